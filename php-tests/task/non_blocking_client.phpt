--TEST--
With NON_BLOCKING runTasks() returns true with return code 1 until all is done; wait() waits for activity
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('patient');
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
$results = [];
$client = client();
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $results[] = $task->data();
});
$client->addTask($function, 'abc');
$client->addTask($function, 'def');
$codes = [];
eventually('all tasks are done', function () use ($client, &$codes) {
    if (!$client->runTasks()) {
        throw new RuntimeException($client->error());
    }
    $codes[] = $client->returnCode();
    if ($client->returnCode() === GEARMAN_IO_WAIT) {
        $client->wait();
        return false;
    }
    return true;
});
sort($results);
echo implode(' ', $results), ' ', json_encode(array_values(array_unique($codes))), "\n";
?>
--EXPECT--
cba fed [1,0]
