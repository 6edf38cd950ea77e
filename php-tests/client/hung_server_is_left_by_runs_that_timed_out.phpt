--TEST--
Tasks that a hung server took in a run that timed out are done by a server that is added after it, each with its own result
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('echo');
start_worker([$function => fn (GearmanJob $job) => "result of {$job->workload()}"]);
$live = Gearmand::shared();
$ways = [
    'addServer' => fn (GearmanClient $client) => $client->addServer($live->host, $live->port),
    'enableExceptionHandler' => fn (GearmanClient $client) => $client->addServer($live->host, $live->port, false) && $client->enableExceptionHandler(),
    'setExceptionCallback' => fn (GearmanClient $client) => $client->addServer($live->host, $live->port, false) && $client->setExceptionCallback(fn () => null),
];
foreach ($ways as $name => $way) {
    $hung = Gearmand::start();
    $client = new GearmanClient();
    $client->addServer($hung->host, $hung->port);
    $client->ping('it was there');
    $hung->hang();
    $client->setTimeout(300);
    $results = [];
    $client->setCompleteCallback(function (GearmanTask $task, string $name) use (&$results) {
        $results[$name] = $task->data();
    });
    $client->addTask($function, 'one', 'one');
    echo "{$name}: ", json_encode([@$client->runTasks(), $client->returnCode()]), "\n";
    $way($client);
    $client->addTask($function, 'two', 'two');
    $client->setTimeout(DEADLINE_MILLISECONDS);
    $answer = [$client->runTasks(), $client->returnCode()];
    ksort($results);
    echo json_encode([...$answer, $results]), "\n";
}
?>
--EXPECT--
addServer: [false,47]
[true,0,{"one":"result of one","two":"result of two"}]
enableExceptionHandler: [false,47]
[true,0,{"one":"result of one","two":"result of two"}]
setExceptionCallback: [false,47]
[true,0,{"one":"result of one","two":"result of two"}]
