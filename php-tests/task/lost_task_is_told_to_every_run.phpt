--TEST--
runTasks() returns false when a task was lost, also when a nested runTasks() was told of it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** A server that takes jobs, finishes the first, and goes away when it was told to. */
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

foreach ([false, true] as $nested) {
    $server = dying_server();
    $client = new GearmanClient();
    $client->setTimeout((int) (DEADLINE_SECONDS * 1000));
    $client->addServer('127.0.0.1', $server->port, false);
    $client->setFailCallback(fn (GearmanTask $task, string $name) => print "{$name} is lost\n");
    $client->setCompleteCallback(function (GearmanTask $task, string $name) use ($client, $server, $nested) {
        echo "{$name} is done\n";
        $server->send('go away');
        if ($nested) {
            var_dump(@$client->runTasks());
        }
    });
    $client->addTask('f', 'x', 'one');
    $client->addTask('f', 'x', 'two');
    var_dump(@$client->runTasks(), $client->returnCode());
}
?>
--EXPECT--
one is done
two is lost
bool(false)
int(14)
one is done
two is lost
bool(false)
bool(false)
int(14)
