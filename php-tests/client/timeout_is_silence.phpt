--TEST--
A client's timeout bounds the silence, not the whole call: every packet of a job of the call starts it anew
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** It speaks every 500 ms, 5 times: longer than the timeout altogether, and never silent for nearly so long. */
function slow_server(): ScriptedServer
{
    return ScriptedServer::answering(function (Packet $packet, $connection) {
        fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:slow:1'));
        for ($i = 1; $i <= 5; $i++) {
            usleep(500_000);
            @fwrite($connection, match ($packet->arguments[0]) {
                'status' => Packet::response(GEARMAN_COMMAND_WORK_STATUS, 'H:slow:1', (string) $i, '5'),
                'data' => Packet::response(GEARMAN_COMMAND_WORK_DATA, 'H:slow:1', (string) $i),
                'warning' => Packet::response(GEARMAN_COMMAND_WORK_WARNING, 'H:slow:1', (string) $i),
                'of another job' => Packet::response(GEARMAN_COMMAND_WORK_STATUS, 'H:slow:2', (string) $i, '5'),
            });
        }
        return Packet::response(GEARMAN_COMMAND_WORK_COMPLETE, 'H:slow:1', 'done');
    });
}

function do_normal(GearmanClient $client, string $function): string
{
    return sprintf("doNormal %s: '%s' %d", $function, @$client->doNormal($function, 'x'), $client->returnCode());
}

function run_tasks(GearmanClient $client, string $function): string
{
    $completed = 'nothing';
    $client->setCompleteCallback(function (GearmanTask $task) use (&$completed) {
        $completed = $task->data();
    });
    $client->addTask($function, 'x');
    return sprintf('runTasks %s: %s %d %s', $function, json_encode(@$client->runTasks()), $client->returnCode(), $completed);
}

$calls = [
    ['do_normal', 'status'], ['do_normal', 'data'], ['do_normal', 'warning'],
    ['run_tasks', 'status'], ['run_tasks', 'data'], ['run_tasks', 'warning'],
    // A packet that concerns nobody here gives no time.
    ['do_normal', 'of another job'], ['run_tasks', 'of another job'],
];
// All at the same time, each with a server of its own.
$children = array_map(function (array $call) {
    $server = slow_server();
    return Child::run(function (Child $test) use ($call, $server) {
        $client = new GearmanClient();
        $client->setTimeout(2000);
        $client->addServer('127.0.0.1', $server->port);
        $test->send($call[0]($client, $call[1]));
    });
}, $calls);
foreach ($children as $child) {
    echo $child->receive(), "\n";
}
?>
--EXPECT--
doNormal status: 'done' 0
doNormal data: '12345done' 0
doNormal warning: 'done' 0
runTasks status: true 0 done
runTasks data: true 0 done
runTasks warning: true 0 done
doNormal of another job: '' 47
runTasks of another job: false 47 nothing
