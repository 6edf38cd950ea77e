--TEST--
A signal handler runs while work() waits, and an exception from it ends the call
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
pcntl_signal(SIGTERM, fn () => throw new RuntimeException('terminated'));

$function = unique_name('idle');
$worker = worker([$function => 'strlen']);
$worker->setTimeout(-1);
$me = getmypid();
$sender = Child::run(function () use ($me, $function) {
    eventually('the worker waits', fn () => Gearmand::shared()->admin->workersOf($function));
    posix_kill($me, SIGTERM);
});
try {
    $worker->work();
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
echo $sender->wait(), "\n";
?>
--EXPECT--
terminated
exit 0
