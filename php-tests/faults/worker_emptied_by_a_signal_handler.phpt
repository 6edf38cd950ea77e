--TEST--
A signal handler may destruct the worker that waits: work() ends, return code 13
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('idle');
$child = Child::run(function () use ($function) {
    pcntl_async_signals(true);
    $worker = worker([$function => fn () => null]);
    pcntl_signal(SIGUSR1, fn () => $worker->__destruct());
    $worker->setTimeout(-1);
    var_dump(@$worker->work(), $worker->returnCode());
});
eventually('the worker waits', fn () => Gearmand::shared()->admin->workersOf($function));
$child->kill(SIGUSR1);
echo $child->wait(), "\n";
?>
--EXPECT--
bool(false)
int(13)
exit 0
