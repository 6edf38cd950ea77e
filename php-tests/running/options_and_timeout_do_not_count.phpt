--TEST--
setTimeout() and the options of the worker change nothing of run()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('options');
$done = 0;
$worker = runner([$function => function () use (&$done) {
    $done++;
}]);
$worker->setTimeout(1);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING | GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL);
pcntl_async_signals(true);
pcntl_signal(SIGALRM, fn () => client()->doBackground($function, 'x'));
pcntl_alarm(1);
echo $worker->run(jobs: 1), ' ', $done, "\n";
?>
--EXPECT--
jobs 1
