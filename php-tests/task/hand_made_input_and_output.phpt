--TEST--
recvData() and sendWorkload() with odd arguments, at odd times, do no harm
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('odd');
start_worker([$function => fn () => 'result']);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) {
    foreach ([-1, 0, PHP_INT_MIN, PHP_INT_MAX] as $length) {
        $data = @$task->recvData($length);
        echo json_encode($data === false || is_array($data) && count($data) === 2), ' ';
    }
    $sent = @$task->sendWorkload('more');
    echo json_encode($sent === false || is_int($sent)), "\n";
});
$task = $client->addTask($function, 'x');
var_dump(@$task->sendWorkload('before'));
var_dump($client->runTasks());
var_dump(@$task->sendWorkload('after'), @$task->recvData(10));
var_dump(@(new GearmanTask())->sendWorkload('x'), @(new GearmanTask())->recvData(10));
?>
--EXPECT--
bool(false)
true true true true true
bool(true)
bool(false)
bool(false)
bool(false)
bool(false)
