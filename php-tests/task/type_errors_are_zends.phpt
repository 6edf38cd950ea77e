--TEST--
Wrong types and wrong numbers of arguments get the errors that PHP gives for its own classes
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
$calls = [
    fn () => $client->addTask([], 'x'),
    fn () => $client->addTask('function'),
    fn () => $client->addTask('function', 'x', null, 'key', 'more'),
    fn () => $client->addTask('function', 'x', null, []),
    fn () => $client->addTaskStatus(),
    fn () => $client->runTasks(1),
    fn () => (new GearmanTask())->recvData('many'),
    fn () => gearman_task_data(new GearmanJob()),
];
foreach ($calls as $call) {
    try {
        $call();
    } catch (TypeError $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
TypeError: GearmanClient::addTask(): Argument #1 ($function_name) must be of type string, array given
ArgumentCountError: GearmanClient::addTask() expects at least 2 arguments, 1 given
ArgumentCountError: GearmanClient::addTask() expects at most 4 arguments, 5 given
TypeError: GearmanClient::addTask(): Argument #4 ($unique_key) must be of type ?string, array given
ArgumentCountError: GearmanClient::addTaskStatus() expects at least 1 argument, 0 given
ArgumentCountError: GearmanClient::runTasks() expects exactly 0 arguments, 1 given
TypeError: GearmanTask::recvData(): Argument #1 ($data_len) must be of type int, string given
TypeError: gearman_task_data(): Argument #1 ($obj) must be of type GearmanTask, GearmanJob given
