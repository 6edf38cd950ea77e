--TEST--
The jobs of each server are done, also those that come when the worker is busy with the other
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$servers = [Gearmand::start(), Gearmand::start()];
$jobs = Numbered::queue(2000, $servers[0]);
$worker = $jobs->worker();
$worker->addServer($servers[1]->host, $servers[1]->port);
$jobs->workAhead($worker);
$others = 0;
$worker->addFunction('other', function () use (&$others) {
    $others++;
});
for ($i = 0; $i < 20; $i++) {
    client($servers[1])->doBackground('other', 'x');
}
for ($done = 0; $others < 20 && $done < 500; $done++) {
    $worker->work();
}
var_dump($others);
unset($worker);
$jobs->finish();
echo $jobs->report();
?>
--EXPECT--
int(20)
0 missing, 0 done twice
