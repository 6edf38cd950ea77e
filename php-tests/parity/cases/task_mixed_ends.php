<?php
require __DIR__ . '/../support.php';

$names = ['good' => unique_name('good'), 'bad' => unique_name('bad'), 'raise' => unique_name('raise')];
start_worker([
    $names['good'] => fn ($job) => 'fine',
    $names['bad'] => fn (GearmanJob $job) => $job->sendFail(),
    $names['raise'] => fn (GearmanJob $job) => $job->sendException('oops'),
]);
$client = client();
$ends = [];
foreach (['Complete', 'Fail', 'Exception'] as $event) {
    $client->{"set{$event}Callback"}(function (GearmanTask $task, string $name) use ($event, &$ends) {
        $ends[] = "{$name}: {$event}";
    });
}
foreach ($names as $kind => $name) {
    $client->addTask($name, 'x', $kind);
}
attempt('runTasks', fn () => $client->runTasks(), $client);
sort($ends);
show('ends', $ends);
