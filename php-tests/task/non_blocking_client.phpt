--TEST--
With NON_BLOCKING runTasks() returns true with return code 1 until all is done; wait() waits for activity
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('patient');
$results = [];
$client = client();
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $results[] = $task->data();
});
$client->addTask($function, 'abc');
$client->addTask($function, 'def');
// Nobody works yet, so the tasks cannot be done, however long a call takes.
var_dump($client->runTasks(), $client->returnCode(), $results);
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
eventually('all tasks are done', function () use ($client) {
    if (!$client->runTasks()) {
        throw new RuntimeException($client->error());
    }
    if ($client->returnCode() === GEARMAN_IO_WAIT) {
        return !$client->wait() && throw new RuntimeException($client->error());
    }
    return $client->returnCode() === GEARMAN_SUCCESS;
});
sort($results);
echo implode(' ', $results), ' ', $client->returnCode(), "\n";
?>
--EXPECT--
bool(true)
int(1)
array(0) {
}
cba fed 0
