--TEST--
A call that does not wait never calls the handler
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$results = [];
$client = looping_client($results);
$worker = looping_worker([unique_name('idle') => 'strlen']);
GearmanRs\on_wait(fn () => print "CALLED\n");
$client->addTask(unique_name('nobody'), 'x');
$client->runTasks();
echo 'runTasks ', $client->returnCode(), "\n";
$worker->work();
echo 'work ', json_encode(in_array($worker->returnCode(), [GEARMAN_IO_WAIT, GEARMAN_NO_JOBS], true)), "\n";
$client->setTimeout(0);
@$client->doNormal(unique_name('nobody'), 'x');
echo 'timeout 0: ', $client->returnCode(), "\n";
?>
--EXPECT--
runTasks 1
work true
timeout 0: 47
