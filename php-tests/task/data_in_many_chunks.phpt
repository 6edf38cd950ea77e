--TEST--
The data callback gets every chunk, binary ones too, in order
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('chunks');
start_worker([$function => function (GearmanJob $job) {
    foreach (range(0, 255) as $byte) {
        $job->sendData(chr($byte));
    }
    return "\0end";
}]);
$data = '';
$client = client();
$client->setDataCallback(function (GearmanTask $task) use (&$data) {
    $data .= $task->data();
});
$client->setCompleteCallback(function (GearmanTask $task) use (&$data) {
    $data .= $task->data();
});
$client->addTask($function, 'x');
$client->runTasks();
var_dump($data === implode('', array_map('chr', range(0, 255))) . "\0end");
?>
--EXPECT--
bool(true)
