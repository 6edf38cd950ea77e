--TEST--
A signal handler runs soon after the signal, not when the wait is over
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => throw new RuntimeException('handled'));
$function = unique_name('idle');
$worker = worker([$function => 'strlen']);
// Nothing but the handler ends this wait.
$worker->setTimeout(-1);
$me = getmypid();
$sender = Child::run(function () use ($me, $function) {
    eventually('the worker waits', fn () => Gearmand::shared()->admin->workersOf($function));
    posix_kill($me, SIGUSR1);
});
try {
    $worker->work();
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
?>
--EXPECT--
handled
