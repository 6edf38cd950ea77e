--TEST--
The jobs of a dropped function are lost, and with them what is submitted with their keys
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$client = client($server);
$lost = $client->doBackground('f', 'lost', 'key');
var_dump(administrator($server)->dropFunction('f'));
$worker = worker(['f' => fn (GearmanJob $job) => print $job->workload() . "\n"], $server);
var_dump($client->doBackground('f', 'lost too', 'key') === $lost);
$client->doBackground('f', 'done', 'another key');
$worker->work();
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
var_dump(@$worker->work());
?>
--EXPECT--
bool(true)
bool(true)
done
bool(false)
