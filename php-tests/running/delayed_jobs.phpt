--TEST--
An idle run() does a delayed job of gearmand 1.1 when it is due
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('delayed');
$late = null;
$worker = runner([$function => function (GearmanJob $job) use (&$late) {
    $late = microtime(true) - (int) $job->workload();
}]);
$client = new GearmanRs\Client();
$client->addServer(Gearmand::shared()->host, Gearmand::shared()->port);
$due = time() + 2;
$client->doBackgroundAt($function, (string) $due, $due);
echo $worker->run(jobs: 1), "\n";
// On a busy machine later; the point is that it is not before its time, and that it is at all.
var_dump($late >= 0 ?: $late);
?>
--EXPECT--
jobs
bool(true)
