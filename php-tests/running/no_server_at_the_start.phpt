--TEST--
run() waits for a server that is not there yet
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$port = Gearmand::freePort();
$worker = new GearmanRs\Worker();
$worker->addServer('127.0.0.1', $port, false);
$worker->addFunction('f', fn (GearmanJob $job) => print $job->workload() . "\n");
set_error_handler(function (int $level, string $text) use ($port) {
    if (!str_contains($text, '::run()')) {
        return true;
    }
    echo str_replace((string) $port, 'N', $text), "\n";
    $client = client(Gearmand::startAt('127.0.0.1', $port));
    $client->doBackground('f', 'done');
});
echo $worker->run(jobs: 1), "\n";
?>
--EXPECT--
GearmanRs\Worker::run(): run(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1:N: connection refused (is gearmand running there, and does it listen on this address?); it is tried again
done
jobs
