<?php
require __DIR__ . '/../support.php';

$name = unique_name('f');
pcntl_async_signals(true);
$seen = null;
pcntl_signal(SIGUSR1, function () use (&$seen) {
    $seen = hrtime(true);
});
$parent = getmypid();
Child::run(function () use ($name, $parent) {
    eventually('the worker sleeps', fn () => queue($name)['workers'] === 1);
    posix_kill($parent, SIGUSR1);
});
$worker = worker([$name => fn () => '']);
$worker->setTimeout(2500);
attempt('work', fn () => $worker->work(), $worker);
$end = hrtime(true);
show('the handler has run', $seen !== null);
show('while work() was waiting', $seen !== null && $end - $seen > 300e6);
