--TEST--
A failure that follows the exception of the same job is not reported again
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::answering(fn (Packet $request) => match ($request->type) {
    GEARMAN_COMMAND_SUBMIT_JOB => Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:job:1')
        . Packet::response(GEARMAN_COMMAND_WORK_EXCEPTION, 'H:job:1', 'boom')
        . Packet::response(GEARMAN_COMMAND_WORK_FAIL, 'H:job:1'),
    default => Packet::response(GEARMAN_COMMAND_ECHO_RES, ...$request->arguments),
});
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $server->port);
foreach (['Complete', 'Exception', 'Fail'] as $event) {
    $client->{"set{$event}Callback"}(function (GearmanTask $task) use ($event) {
        echo $event, ' ', $task->data(), "\n";
    });
}
$client->addTask('function', 'x');
var_dump($client->runTasks(), $client->returnCode(), $client->ping('x'));
?>
--EXPECT--
Exception boom
bool(true)
int(0)
bool(true)
