--TEST--
addTaskStatus() calls the status callback once, for a known and for an unknown handle
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
$handle = $client->doBackground(unique_name('queued'), 'x');
foreach (['Created', 'Status', 'Complete', 'Fail'] as $event) {
    $client->{"set{$event}Callback"}(function (GearmanTask $task, string $context) use ($event) {
        echo $event, ' ', $context, ' ', json_encode([
            $task->isKnown(),
            $task->isRunning(),
            $task->taskNumerator(),
            $task->taskDenominator(),
        ]), "\n";
    });
}
var_dump(get_class($client->addTaskStatus($handle, 'known')), $client->runTasks());
$client->addTaskStatus('H:nowhere:1', 'unknown');
var_dump($client->runTasks(), $client->returnCode());
?>
--EXPECT--
Status known [true,false,0,0]
string(11) "GearmanTask"
bool(true)
Status unknown [false,false,0,0]
bool(true)
int(0)
