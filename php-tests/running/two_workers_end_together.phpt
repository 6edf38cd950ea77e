--TEST--
A signal ends the run() in the callback of another, and that one after its job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

[$outer_function, $inner_function] = [unique_name('outer'), unique_name('inner')];
$worker = runner([$outer_function => function () use ($inner_function) {
    client()->doBackground($inner_function, 'x');
    $reason = runner([$inner_function => fn () => posix_kill(getmypid(), SIGTERM)])->run();
    echo "inner {$reason}\n";
}]);
client()->doBackground($outer_function, 'x');
$reason = $worker->run();
echo "outer {$reason}\n";
$child = Child::run(fn () => posix_kill(getmypid(), SIGTERM));
echo $child->wait(), "\n";
?>
--EXPECT--
inner signal
outer signal
signal 15
