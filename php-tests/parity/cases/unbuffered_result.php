<?php
require __DIR__ . '/../support.php';

$chunks = unique_name('chunks');
start_worker([$chunks => function (GearmanJob $job) {
    $job->sendData('one');
    $job->sendData('two');
    return 'three';
}]);
$client = client();
$client->addOptions(GEARMAN_CLIENT_UNBUFFERED_RESULT);
$read = function (GearmanTask $task) {
    show('recvData', $task->recvData(100));
};
$client->setDataCallback($read);
$client->setCompleteCallback($read);
$client->addTask($chunks, 'x');
attempt('runTasks', fn () => $client->runTasks(), $client);
