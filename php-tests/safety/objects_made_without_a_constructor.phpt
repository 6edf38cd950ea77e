--TEST--
ReflectionClass::newInstanceWithoutConstructor() gives objects that work
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$client = (new ReflectionClass('GearmanClient'))->newInstanceWithoutConstructor();
var_dump($client->returnCode(), $client->error(), $client->addServer($server->host, $server->port), $client->ping('x'));

$worker = (new ReflectionClass('GearmanWorker'))->newInstanceWithoutConstructor();
var_dump($worker->returnCode(), $worker->options(), $worker->addServer($server->host, $server->port), $worker->ping('x'));

$job = (new ReflectionClass('GearmanJob'))->newInstanceWithoutConstructor();
var_dump($job->returnCode(), $job->workload());
?>
--EXPECT--
int(0)
bool(false)
bool(true)
bool(true)
int(0)
int(644)
bool(true)
bool(true)
int(0)
string(0) ""
