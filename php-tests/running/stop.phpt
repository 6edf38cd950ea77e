--TEST--
stop() in a callback, in a signal handler, and before run()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('stop');
$done = 0;
$worker = runner();
$worker->addFunction($function, function () use ($worker, &$done) {
    if (++$done === 3) {
        $worker->stop();
    }
    return 'the result';
});
$client = new Wire(Gearmand::shared());
for ($i = 0; $i < 5; $i++) {
    client()->doBackground($function, 'x');
}
echo $worker->run(), ' ', $done, "\n";
$worker->stop();
echo $worker->run(), ' ', $done, "\n";
echo $worker->run(idle: 0), ' ', $done, "\n";

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => $worker->stop());
$me = getmypid();
$sender = Child::run(function () use ($me, $function) {
    pcntl_signal(SIGUSR1, SIG_DFL);
    eventually('the worker waits', fn () => Gearmand::shared()->admin->workersOf($function));
    posix_kill($me, SIGUSR1);
});
echo $worker->run(), ' ', $done, ' ', $sender->wait(), "\n";
?>
--EXPECT--
stopped 3
stopped 3
idle 5
stopped 5 exit 0
