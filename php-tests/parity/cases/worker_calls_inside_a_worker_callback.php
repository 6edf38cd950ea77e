<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->doBackground($queue, 'x');
$worker = worker();
$worker->addFunction($queue, function (GearmanJob $job) use ($worker) {
    attempt('addFunction', fn () => $worker->addFunction(unique_name('other'), fn () => ''), $worker);
    attempt('setTimeout', fn () => $worker->setTimeout(500), $worker);
    attempt('timeout', fn () => $worker->timeout(), $worker);
});
attempt('work', fn () => $worker->work(), $worker);
