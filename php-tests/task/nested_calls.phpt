--TEST--
Inside a callback the same client may submit, ask, ping, add tasks and run them
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('reverse');
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
$calls = [
    'doNormal' => fn (GearmanClient $client) => $client->doNormal($function, 'inner'),
    'doBackground' => fn (GearmanClient $client) => is_string($client->doBackground($function, 'inner')),
    'ping' => fn (GearmanClient $client) => $client->ping('x'),
    'jobStatus' => fn (GearmanClient $client) => $client->jobStatus('H:nowhere:1'),
    'runTasks' => fn (GearmanClient $client) => $client->runTasks(),
    'addTask' => fn (GearmanClient $client) => is_object($client->addTask($function, 'added')),
    'addTask and runTasks' => fn (GearmanClient $client) => is_object($client->addTask($function, 'added')) && $client->runTasks(),
    'clearCallbacks' => fn (GearmanClient $client) => $client->clearCallbacks(),
    'setCompleteCallback' => fn (GearmanClient $client) => $client->setCompleteCallback(fn () => null),
    'addServer' => fn (GearmanClient $client) => $client->addServer(Gearmand::shared()->host, Gearmand::shared()->port),
];
foreach ($calls as $name => $call) {
    $completed = [];
    $client = client();
    $client->setCompleteCallback(function (GearmanTask $task) use ($client, $call, $name, &$completed) {
        $completed[] = $task->data();
        if (count($completed) === 1) {
            echo "{$name}: ", json_encode($call($client)), ' ';
        }
    });
    $client->addTask($function, 'abc');
    $client->addTask($function, 'def');
    echo json_encode($client->runTasks());
    sort($completed);
    echo ' ', implode(' ', $completed), "\n";
}
?>
--EXPECTF--
doNormal: "renni" true cba fed
doBackground: true true cba fed
ping: true true cba fed
jobStatus: [false,false,0,0] true cba fed
runTasks: true true cba fed
addTask: true true cba dedda fed
addTask and runTasks: true true cba dedda fed
clearCallbacks: true true %s
setCompleteCallback: true true %s
addServer: true true cba fed
