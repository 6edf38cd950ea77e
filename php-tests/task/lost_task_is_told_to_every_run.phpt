--TEST--
runTasks() returns false with return code 14 when a server died that had taken a task, also when a nested runTasks() was told of it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** A server that takes two jobs, finishes the first, and goes away when it is told to. It takes no others. */
function dying_server(): ScriptedServer
{
    return ScriptedServer::start(function ($connection, Child $test, int $number) {
        if ($number > 1) {
            return;
        }
        for ($job = 1; $job <= 2; $job++) {
            Packet::read($connection);
            fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, "H:dying:{$job}"));
        }
        fwrite($connection, Packet::response(GEARMAN_COMMAND_WORK_COMPLETE, 'H:dying:1', 'done'));
        $test->receive();
    });
}

foreach (['plain', 'nested'] as $kind) {
    echo "{$kind}\n";
    $server = dying_server();
    $client = new GearmanClient();
    $client->setTimeout(DEADLINE_MILLISECONDS);
    $client->addServer('127.0.0.1', $server->port, false);
    $client->setFailCallback(function (GearmanTask $task, string $name) {
        echo "{$name} is lost\n";
    });
    $client->setCompleteCallback(function (GearmanTask $task, string $name) use ($client, $server, $kind) {
        echo "{$name} is done\n";
        $server->send('go away');
        if ($kind === 'nested') {
            var_dump(@$client->runTasks(), $client->returnCode());
        }
    });
    $client->addTask('f', 'x', 'one');
    $client->addTask('f', 'x', 'two');
    var_dump(@$client->runTasks(), $client->returnCode());
}
?>
--EXPECT--
plain
one is done
two is lost
bool(false)
int(14)
nested
one is done
two is lost
bool(false)
int(14)
bool(false)
int(14)
