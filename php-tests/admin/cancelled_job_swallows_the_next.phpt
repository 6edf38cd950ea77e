--TEST--
A job with the key of a cancelled one joins it and is lost, until a worker came by
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$client = client($server);
$cancelled = $client->doBackground('f', 'cancelled', 'key');
var_dump(administrator($server)->cancelJob($cancelled));
var_dump($client->doBackground('f', 'lost', 'key') === $cancelled);
$client->setTimeout(50);
var_dump(@$client->doNormal('f', 'lost too', 'key'), $client->returnCode() === GEARMAN_TIMEOUT);

$worker = worker(['f' => fn (GearmanJob $job) => print $job->workload() . "\n"], $server);
// It waits for the server's answer, by which the cancelled job is gone.
$worker->setTimeout(50);
var_dump(@$worker->work());
var_dump(client($server)->doBackground('f', 'done', 'key') !== $cancelled);
eventually('the job is done', fn () => @$worker->work());
var_dump(@$worker->work());
?>
--EXPECT--
bool(true)
bool(true)
string(0) ""
bool(true)
bool(false)
bool(true)
done
bool(false)
