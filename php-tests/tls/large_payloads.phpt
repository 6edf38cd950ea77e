--TEST--
Payloads of 1 MB and of 20 MB go to the worker and back over TLS, in the foreground and in the background
--INI--
memory_limit=512M
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$worker = Child::run(function (Child $test) use ($server) {
    $worker = tls_worker([
        'echo' => fn (GearmanJob $job) => $job->workload(),
        'digest' => function (GearmanJob $job) use ($test) {
            $test->send(md5($job->workload()));
        },
    ], $server);
    while ($worker->work());
});
$client = tls_client($server);
foreach ([1, 20] as $megabytes) {
    $workload = str_repeat(random_bytes(1024), $megabytes * 1024);
    var_dump($client->doNormal('echo', $workload) === $workload, $client->returnCode());
    $client->doBackground('digest', $workload);
    var_dump($worker->receive() === md5($workload));
}
?>
--EXPECT--
bool(true)
int(0)
bool(true)
bool(true)
int(0)
bool(true)
