<?php
require __DIR__ . '/../support.php';

$name = unique_name('f');
pcntl_async_signals(true);
$count = 0;
pcntl_signal(SIGALRM, function () use (&$count) {
    $count++;
});
$parent = getmypid();
$child = Child::run(function () use ($parent) {
    for ($i = 0; $i < 60; $i++) {
        posix_kill($parent, SIGALRM);
        usleep(50000);
    }
});
$worker = worker([$name => fn () => '']);
$worker->setTimeout(1000);
$started = hrtime(true);
attempt('work', fn () => $worker->work(), $worker);
show('in time', hrtime(true) - $started < 1600e6);
show('handlers have run while it waited', $count > 5);
