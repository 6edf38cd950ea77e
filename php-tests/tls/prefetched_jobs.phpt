--TEST--
Jobs in hand came over TLS: they are done once, also by a worker that is gone, and after a link that was cut
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/tls.inc';

$terminator = TlsTerminator::start();
$worker_of = fn (Numbered $jobs) => tls_worker([$jobs->function => function (GearmanJob $job) use ($jobs) {
    $jobs->note($job);
    return '';
}], $terminator);

$jobs = Numbered::queue();
$worker = $worker_of($jobs);
$jobs->workAhead($worker);
unset($worker);
$jobs->finish();
echo $jobs->report();

$jobs = Numbered::queue();
$worker = $worker_of($jobs);
$jobs->workAhead($worker);
$terminator->restart(Authority::trusted()->server());
for ($done = $jobs->done(); $done < $jobs->count; $done = $jobs->done()) {
    // It may warn of the answer that was on its way.
    @$worker->work() || exit($worker->error());
}
unset($worker);
$jobs->finish();
// Whose answers were on their way when the link was cut are done again.
echo strtok($jobs->report(), ','), "\n";
?>
--EXPECT--
0 missing, 0 done twice
0 missing
