--TEST--
An idle run() asks over TLS for the version, between the packets, and does a delayed job when it is due
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$client = trusting(new GearmanRs\Client(), $server);
$due = time() + 2;
$client->doBackgroundAt('function', (string) $due, $due);
$worker = trusting(new GearmanRs\Worker(), $server);
$late = null;
$worker->addFunction('function', function (GearmanJob $job) use (&$late) {
    $late = microtime(true) - (int) $job->workload();
});
echo $worker->run(jobs: 1), "\n";
var_dump($late >= 0 ?: $late);
?>
--EXPECT--
jobs
bool(true)
