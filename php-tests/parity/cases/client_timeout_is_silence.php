<?php
require __DIR__ . '/../support.php';

const GAP = 150_000;
$report = function (string $send) {
    return function (GearmanJob $job) use ($send) {
        for ($i = 1; $i <= 8; $i++) {
            usleep(GAP);
            $send === 'sendStatus' ? $job->sendStatus($i, 8) : $job->$send("{$i} ");
        }
        return 'done';
    };
};
$kinds = ['sendStatus' => unique_name('status'), 'sendData' => unique_name('data'), 'sendWarning' => unique_name('warning')];
$short = unique_name('short');
foreach ($kinds as $send => $name) {
    start_worker([$name => $report($send)]);
}
start_worker([$short => function (GearmanJob $job) {
    usleep(GAP);
    return $job->workload();
}]);
$client = client();
$client->setTimeout(700);
foreach ($kinds as $send => $name) {
    attempt("doNormal {$send}", fn () => $client->doNormal($name, 'x'), $client);
}
$client->setCompleteCallback(fn (GearmanTask $task) => show('complete', $task->data()));
$client->addTask($kinds['sendStatus'], 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
for ($i = 0; $i < 6; $i++) {
    $client->addTask($short, 'one of six');
}
attempt('runTasks of six', fn () => $client->runTasks(), $client);
