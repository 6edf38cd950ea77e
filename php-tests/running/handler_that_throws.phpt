--TEST--
An exception from a signal handler ends a run() that waits; in a callback it ends the job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => throw new RuntimeException('from the handler'));
$function = unique_name('handler');
$worker = runner([$function => fn () => posix_kill(getmypid(), SIGUSR1)]);
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
echo @$worker->run(jobs: 1), ' ', implode(', ', $client->history()), "\n";

$me = getmypid();
$sender = Child::run(function () use ($me, $function) {
    pcntl_signal(SIGUSR1, SIG_DFL);
    eventually('the worker waits', fn () => Gearmand::shared()->admin->workersOf($function));
    posix_kill($me, SIGUSR1);
});
try {
    $worker->run();
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
echo $sender->wait(), "\n";
?>
--EXPECT--
jobs 25 RuntimeException: from the handler
from the handler
exit 0
