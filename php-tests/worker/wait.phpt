--TEST--
wait() is true on activity, false at the timeout with return code 47, without a warning
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('awaited');
$worker = worker([$function => fn () => print "ran\n"]);
$worker->setTimeout(50);
$worker->work();
var_dump($worker->wait(), $worker->returnCode());

$worker->setTimeout(DEADLINE_MILLISECONDS);
client()->doBackground($function, 'x');
var_dump($worker->wait(), $worker->returnCode());
$worker->work();
?>
--EXPECT--
bool(false)
int(47)
bool(true)
int(0)
ran
