--TEST--
A client's timeout bounds the silence, not the whole call: every packet of a job of the call starts it anew
--FILE--
<?php
require __DIR__ . '/../support/all.php';

// The server speaks every 150 ms, 8 times: longer than the timeout altogether, and never silent for so long.
$server = ScriptedServer::start(function ($connection) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
            continue;
        }
        fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:slow:1'));
        for ($i = 1; $i <= 8; $i++) {
            usleep(150_000);
            fwrite($connection, match ($packet->arguments[0]) {
                'status' => Packet::response(GEARMAN_COMMAND_WORK_STATUS, 'H:slow:1', (string) $i, '8'),
                'data' => Packet::response(GEARMAN_COMMAND_WORK_DATA, 'H:slow:1', (string) $i),
                'warning' => Packet::response(GEARMAN_COMMAND_WORK_WARNING, 'H:slow:1', (string) $i),
                'of another job' => Packet::response(GEARMAN_COMMAND_WORK_STATUS, 'H:slow:2', (string) $i, '8'),
            });
        }
        fwrite($connection, Packet::response(GEARMAN_COMMAND_WORK_COMPLETE, 'H:slow:1', 'done'));
    }
});
$make = function () use ($server) {
    $client = new GearmanClient();
    $client->setTimeout(700);
    $client->addServer('127.0.0.1', $server->port);
    return $client;
};
foreach (['status', 'data', 'warning'] as $function) {
    $client = $make();
    printf("doNormal %s: '%s' %d\n", $function, $client->doNormal($function, 'x'), $client->returnCode());
    $client->setCompleteCallback(function (GearmanTask $task) {
        echo "complete '{$task->data()}'\n";
    });
    $client->addTask($function, 'x');
    printf("runTasks %s: %s %d\n", $function, json_encode($client->runTasks()), $client->returnCode());
    // The server speaks to one client at a time.
    unset($client);
}
// A packet that concerns nobody here gives no time.
$client = $make();
printf("doNormal of another job: '%s' %d\n", @$client->doNormal('of another job', 'x'), $client->returnCode());
?>
--EXPECT--
doNormal status: 'done' 0
complete 'done'
runTasks status: true 0
doNormal data: '12345678done' 0
complete 'done'
runTasks data: true 0
doNormal warning: 'done' 0
complete 'done'
runTasks warning: true 0
doNormal of another job: '' 47
