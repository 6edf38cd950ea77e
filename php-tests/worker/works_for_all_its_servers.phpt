--TEST--
A worker takes jobs from each of its servers
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$servers = [Gearmand::start(), Gearmand::start(), Gearmand::start()];
foreach ($servers as $index => $server) {
    client($server)->doBackground('function', "job of server {$index}");
}
$seen = [];
$worker = worker(['function' => function (GearmanJob $job) use (&$seen) {
    $seen[] = $job->workload();
}], ...$servers);
for ($i = 0; $i < 3; $i++) {
    $worker->work();
}
sort($seen);
echo implode("\n", $seen), "\n";
?>
--EXPECT--
job of server 0
job of server 1
job of server 2
