--TEST--
A signal handler runs while runTasks() waits, and an exception from it ends the call
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
pcntl_signal(SIGTERM, fn () => throw new RuntimeException('terminated'));
$function = unique_name('nobody');
$client = client();
$client->setTimeout(-1);
$client->addTask($function, 'x');
$me = getmypid();
$sender = Child::run(function () use ($me, $function) {
    eventually('the task is queued', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 1);
    posix_kill($me, SIGTERM);
});
try {
    $client->runTasks();
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
var_dump($client->ping('x'));
?>
--EXPECT--
terminated
bool(true)
