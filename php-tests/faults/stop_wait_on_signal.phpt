--TEST--
With STOP_WAIT_ON_SIGNAL work() and wait() return when a signal was handled
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
$handled = 0;
pcntl_signal(SIGUSR1, function () use (&$handled) {
    $handled++;
});
$function = unique_name('idle');
$worker = worker([$function => fn () => null]);
$worker->addOptions(GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL);
var_dump(($worker->options() & GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL) !== 0);
$worker->setTimeout(-1);
$me = getmypid();
$sender = Child::run(function () use ($me, $function) {
    eventually('the worker waits', fn () => Gearmand::shared()->admin->workersOf($function));
    while (true) {
        posix_kill($me, SIGUSR1);
        usleep(100_000);
    }
});
var_dump(@$worker->work(), $handled > 0);
var_dump(@$worker->wait());
$sender->kill();
$sender->wait();

// The worker is as good as before.
client()->doBackground($function, 'x');
var_dump(@$worker->work());
?>
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
