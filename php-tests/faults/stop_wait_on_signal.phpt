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
do {
    $results = [@$worker->work(), @$worker->wait()];
    // When the signal was there before the server's answer, wait() had that to wait for, or nothing.
} while ($results[0] === false && ($results[1] || $worker->returnCode() === GEARMAN_NO_ACTIVE_FDS));
echo json_encode($results), ' ', $worker->returnCode(), "\n";
var_dump($handled > 1);
$sender->kill();
$sender->wait();

// The worker is as good as before.
client()->doBackground($function, 'x');
var_dump(@$worker->work());
?>
--EXPECT--
bool(true)
[false,false] 1
bool(true)
bool(true)
