--TEST--
A job whose TLS worker exits or is killed in the callback is delivered again
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$client = tls_client($server);
foreach (['exit' => fn () => exit(3), 'kill' => fn () => posix_kill(getmypid(), SIGKILL)] as $how => $end) {
    $client->doBackground($how, $how);
    echo Child::run(fn () => tls_worker([$how => $end], $server)->work())->wait(), "\n";
    $worker = tls_worker([$how => function (GearmanJob $job) {
        echo $job->workload(), " again\n";
    }], $server);
    var_dump($worker->work());
}
?>
--EXPECT--
exit 3
exit again
bool(true)
signal 9
kill again
bool(true)
