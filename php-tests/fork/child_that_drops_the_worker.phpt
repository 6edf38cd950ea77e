--TEST--
A child that destroys an inherited worker does not withdraw the parent's functions
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('stays');
$worker = worker([$function => fn () => print "ran\n"]);
$worker->setTimeout(1);
$worker->work();
$admin = Gearmand::shared()->admin;
eventually('the worker is known', fn () => $admin->workersOf($function));

$child = Child::run(function () use (&$worker) {
    $worker->unregisterAll();
    $worker = null;
});
echo $child->wait(), "\n";
var_dump(count($admin->workersOf($function)));
$worker->setTimeout(DEADLINE_MILLISECONDS);
client()->doBackground($function, 'x');
var_dump($worker->work());
?>
--EXPECT--
exit 0
int(1)
ran
bool(true)
