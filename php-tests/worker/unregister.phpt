--TEST--
unregister() withdraws a function from the server, the others stay
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$gone = unique_name('gone');
$stays = unique_name('stays');
$worker = worker([$gone => 'strlen', $stays => 'strlen']);
$worker->setTimeout(1);
$worker->work();
$admin = Gearmand::shared()->admin;
eventually('both are offered', fn () => $admin->workersOf($gone) && $admin->workersOf($stays));

var_dump($worker->unregister($gone), $worker->returnCode());
$worker->work();
eventually('one is withdrawn', fn () => !$admin->workersOf($gone));
var_dump(count($admin->workersOf($stays)));
?>
--EXPECT--
bool(true)
int(0)
int(1)
