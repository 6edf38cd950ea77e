--TEST--
Without strict_types numbers and strings change into each other as PHP itself does it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$function = unique_name('coerced');
$client = new GearmanClient();
var_dump($client->addServer($server->host, (string) $server->port, 1));
var_dump($client->setTimeout('2000'), $client->timeout());
$client->doBackground($function, 42);
worker([$function => function (GearmanJob $job) {
    var_dump($job->workload());
}])->work();
?>
--EXPECT--
bool(true)
bool(true)
int(2000)
string(2) "42"
