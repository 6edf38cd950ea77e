--TEST--
setSSL() between addTask() and runTasks(), and inside a callback
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
start_tls_worker(['function' => fn (GearmanJob $job) => $job->workload()], $server);
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer($server->host, $server->port, false);
$done = [];
$client->setCompleteCallback(function (GearmanTask $task) use (&$done, $client) {
    $done[] = $task->data();
    if (count($done) === 1) {
        $client->setSSL(true, Authority::trusted()->certificate->file);
        $client->addTask('function', 'c');
    }
});
$client->addTask('function', 'a');
$client->setSSL(true, Authority::trusted()->certificate->file);
var_dump($client->runTasks(), $client->returnCode());
sort($done);
echo implode(' ', $done), "\n";
?>
--EXPECT--
bool(true)
int(0)
a c
