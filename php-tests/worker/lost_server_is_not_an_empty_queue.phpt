--TEST--
A worker whose only server is gone says so: 47 once and then 26, from work() and from grabJob(), and works when the server is back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$worker = worker(['f' => fn (GearmanJob $job) => print "ran {$job->workload()}\n"], $server);
$worker->setTimeout(100);
$worker->work();
$server->kill();
$warnings = 0;
set_error_handler(function () use (&$warnings) {
    $warnings++;
    return true;
});

$codes = [];
for ($i = 0; $i < 5; $i++) {
    $worker->work();
    $codes[] = $worker->returnCode();
}
for ($i = 0; $i < 3; $i++) {
    $worker->grabJob();
    $codes[] = $worker->returnCode();
}
// The first one is a timeout, which warns nobody.
echo implode(' ', $codes), ", {$warnings} warnings\n";

$server->restart();
client($server)->doBackground('f', 'again');
eventually('the job runs', fn () => $worker->work());
client($server)->doBackground('f', 'and again');
eventually('the next one is grabbed', fn () => $worker->grabJob());
?>
--EXPECT--
47 26 26 26 26 26 26 26, 7 warnings
ran again
