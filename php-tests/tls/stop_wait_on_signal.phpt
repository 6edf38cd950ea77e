--TEST--
STOP_WAIT_ON_SIGNAL over TLS: large payloads pass, and a signal ends the wait
--INI--
memory_limit=256M
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$busy = Child::run(function (Child $test) use ($server) {
    $worker = tls_worker([
        'echo' => fn (GearmanJob $job) => $job->workload(),
        'endless' => function () use ($test) {
            $test->send('running');
            $test->receive();
        },
    ], $server);
    $worker->addOptions(GEARMAN_WORKER_STOP_WAIT_ON_SIGNAL);
    while ($worker->work());
});
$client = tls_client($server);
$client->addOptions(GEARMAN_CLIENT_STOP_WAIT_ON_SIGNAL);
$workload = str_repeat(random_bytes(1024), 5 * 1024);
var_dump($client->doNormal('echo', $workload) === $workload, $client->returnCode());

pcntl_signal(SIGUSR1, fn () => null);
$signaller = Child::run(function (Child $test) use ($busy) {
    $busy->receive();
    posix_kill($test->pid, SIGUSR1);
});
// Nothing but the signal ends this wait.
$client->setTimeout(-1);
var_dump(@$client->doNormal('endless', 'x'), $client->returnCode() !== GEARMAN_SUCCESS);
?>
--EXPECT--
bool(true)
int(0)
string(0) ""
bool(true)
