--TEST--
A non-blocking client and a non-blocking worker finish over TLS
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
Child::run(function () use ($server) {
    $worker = tls_worker(['function' => fn (GearmanJob $job) => strrev($job->workload())], $server);
    $worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
    while (true) {
        if (!@$worker->work() && in_array($worker->returnCode(), [GEARMAN_IO_WAIT, GEARMAN_NO_JOBS], true)) {
            @$worker->wait();
        }
    }
});
$client = tls_client($server);
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
$results = [];
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $results[] = $task->data();
});
$large = random_bytes(300_000);
$client->addTask('function', 'small');
$client->addTask('function', $large);
eventually('the tasks are done', function () use ($client, &$results) {
    $client->runTasks();
    if ($client->returnCode() === GEARMAN_IO_WAIT) {
        $client->wait();
    }
    return count($results) === 2;
});
var_dump($results === ['llams', strrev($large)], $client->returnCode());
?>
--EXPECT--
bool(true)
int(0)
