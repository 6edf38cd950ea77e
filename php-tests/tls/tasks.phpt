--TEST--
runTasks() over TLS: a hundred tasks, each with its events
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
foreach ([1, 2] as $_) {
    start_tls_worker(['square' => function (GearmanJob $job) {
        $job->sendData('data');
        return (string) ($job->workload() ** 2);
    }], $server);
}
$client = tls_client($server);
$seen = ['created' => 0, 'data' => 0];
$wrong = range(0, 99);
$client->setCreatedCallback(function () use (&$seen) {
    $seen['created']++;
});
$client->setDataCallback(function () use (&$seen) {
    $seen['data']++;
});
$client->setCompleteCallback(function (GearmanTask $task, int $number) use (&$wrong) {
    if ($task->data() === (string) $number ** 2) {
        unset($wrong[$number]);
    }
});
for ($number = 0; $number < 100; $number++) {
    $client->addTask('square', (string) $number, $number);
}
var_dump($client->runTasks(), $client->returnCode());
echo json_encode($seen), ' ', json_encode($wrong), "\n";
?>
--EXPECT--
bool(true)
int(0)
{"created":100,"data":100} []
