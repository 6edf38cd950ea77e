--TEST--
With gearman.regrab_interval a worker that sleeps in work(), or in wait(), gets a delayed job
--INI--
gearman.regrab_interval=100
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('delayed');
$done = [];
$worker = worker([$function => function (GearmanJob $job) use (&$done) {
    $done[] = $job->workload();
}]);
$client = new GearmanRs\Client();
$client->addServer(Gearmand::shared()->host, Gearmand::shared()->port);
$client->doBackgroundAt($function, 'work', time() + 2);
var_dump($worker->work());
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$client->doBackgroundAt($function, 'wait', time() + 2);
while (count($done) < 2) {
    @$worker->work() || $worker->wait();
}
echo implode(' ', $done), "\n";
?>
--EXPECT--
bool(true)
work wait
