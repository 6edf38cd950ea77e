<?php
require __DIR__ . '/../support.php';

$names = array_map(unique_name(...), ['a', 'b', 'c']);
$client = client();
$worker = worker();
foreach ($names as $name) {
    $worker->addFunction($name, fn (GearmanJob $job, $context) => show($context, $job->workload()), explode('-', $name)[0]);
    $client->doBackground($name, 'x');
}
for ($i = 0; $i < 3; $i++) {
    attempt('work', fn () => $worker->work(), $worker);
}
