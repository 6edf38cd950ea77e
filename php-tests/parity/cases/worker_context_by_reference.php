<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$worker = worker();
$count = 0;
$worker->addFunction($queue, function (GearmanJob $job, &$count) {
    $count++;
    show('in the callback', $count);
}, $count);
for ($i = 0; $i < 3; $i++) {
    $client->doBackground($queue, 'x');
    attempt('work', fn () => $worker->work(), $worker);
}
