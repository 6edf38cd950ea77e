--TEST--
run() comes back to a server that was killed, and warns once of each time
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$worker = runner([], $server);
$worker->addFunction('f', function (GearmanJob $job) use ($worker) {
    echo $job->workload(), "\n";
    if ($job->workload() === 'last') {
        $worker->stop();
    }
});
set_error_handler(function (int $level, string $text) use ($server) {
    static $outages = 0;
    if (!str_contains($text, '::run()')) {
        return true;
    }
    echo preg_replace('/ 127.*;/', ' ...;', $text), "\n";
    $server->restart();
    client($server)->doBackground('f', ++$outages === 2 ? 'last' : 'first');
});
$killer = Child::run(function () use ($server) {
    for ($i = 0; $i < 2; $i++) {
        $pid = eventually('the worker waits', function () use ($server, &$pid) {
            try {
                $now = $server->admin->ask('getpid')[0];
                // Its job was there before it; killed before it has answered, it would warn of that too.
                $waits = $server->admin->workersOf('f') && $server->admin->queue('f')['jobs'] === 0;
                return $now !== $pid && $waits ? $now : null;
            } catch (RuntimeException) {
                return null;
            }
        });
        posix_kill((int) substr($pid, 3), SIGKILL);
    }
});
echo $worker->run(), "\n";
echo $killer->wait(), "\n";
?>
--EXPECT--
GearmanRs\Worker::run(): run(GEARMAN_LOST_CONNECTION) ...; it is tried again
first
GearmanRs\Worker::run(): run(GEARMAN_LOST_CONNECTION) ...; it is tried again
last
stopped
exit 0
