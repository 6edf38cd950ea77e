<?php
require __DIR__ . '/../support.php';

$name = unique_name('f');
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => throw new LogicException('stop'));
$parent = getmypid();
Child::run(function () use ($name, $parent) {
    eventually('the worker sleeps', fn () => queue($name)['workers'] === 1);
    posix_kill($parent, SIGUSR1);
});
$worker = worker([$name => fn () => '']);
$worker->setTimeout(2500);
$started = hrtime(true);
try {
    $worker->work();
} catch (LogicException $thrown) {
    show('thrown', $thrown->getMessage());
}
show('at once', hrtime(true) - $started < 2000e6);
