--TEST--
A signal handler may end the process while a call waits
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('idle');
$child = Child::run(function () use ($function) {
    pcntl_async_signals(true);
    pcntl_signal(SIGTERM, function () {
        echo "bye\n";
        exit(4);
    });
    $worker = worker([$function => 'strlen']);
    $worker->setTimeout(-1);
    $worker->work();
});
eventually('the worker waits', fn () => Gearmand::shared()->admin->workersOf($function));
$child->kill(SIGTERM);
echo $child->wait(), "\n";
eventually('the worker is gone', fn () => !Gearmand::shared()->admin->workersOf($function));
?>
--EXPECT--
bye
exit 4
