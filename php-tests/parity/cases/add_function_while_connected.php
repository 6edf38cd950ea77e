<?php
require __DIR__ . '/../support.php';

$names = array_map(unique_name(...), ['a', 'b', 'c']);
$client = client();
$worker = worker();
$worker->setTimeout(1000);
foreach ($names as $name) {
    $worker->addFunction($name, fn (GearmanJob $job) => show('job', $job->workload()));
    $client->doBackground($name, 'x');
    attempt('work', fn () => $worker->work(), $worker);
}
