--TEST--
A signal handler runs soon after the signal, not when the wait is over
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
$handled = null;
pcntl_signal(SIGUSR1, function () use (&$handled) {
    $handled = microtime(true);
    throw new RuntimeException();
});
$function = unique_name('idle');
$worker = worker([$function => 'strlen']);
$me = getmypid();
$sender = Child::run(function (Child $parent) use ($me, $function) {
    eventually('the worker waits', fn () => Gearmand::shared()->admin->workersOf($function));
    $parent->send(microtime(true));
    posix_kill($me, SIGUSR1);
});
try {
    $worker->work();
} catch (RuntimeException) {
    // About 10 ms. The bound only tells "at once" from "after the timeout of 20 s".
    var_dump($handled - $sender->receive() < 5);
}
?>
--EXPECT--
bool(true)
