<?php

// One process, one loop, no waiting: twenty jobs run while a clock goes on ticking. Any loop that can watch a stream does
// the same: Revolt, ReactPHP, Swoole.
//
//   php select.php localhost:4730        with ../worker/worker.php running

declare(strict_types=1);

$client = new GearmanRs\Client();
$client->addServers($argv[1] ?? 'localhost:4730');
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);

$missing = 20;
$client->setCompleteCallback(function (GearmanTask $task) use (&$missing): void {
    echo "{$task->unique()}: {$task->data()}\n";
    $missing--;
});
for ($number = 1; $number <= $missing; $number++) {
    $client->addTask('reverse', "number {$number}", null, "job-{$number}");
}

$gearman = $client->stream();
$nextTick = microtime(true);
$client->runTasks();
while ($missing > 0) {
    $readable = [$gearman];
    $none = null;
    if (stream_select($readable, $none, $none, 0, 100_000) > 0) {
        $client->runTasks();
    }
    if (microtime(true) >= $nextTick) {
        echo "tick\n";
        $nextTick += 0.1;
    }
}
