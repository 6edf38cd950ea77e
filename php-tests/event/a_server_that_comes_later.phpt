--TEST--
A worker whose server is not there yet tries again when its stream says so
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$port = Gearmand::freePort();
$worker = new GearmanRs\Worker();
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$worker->addServer('127.0.0.1', $port, false);
$function = unique_name('later');
$ran = '';
$worker->addFunction($function, function (GearmanJob $job) use (&$ran) {
    $ran = $job->workload();
});
$calls = 0;
$work = function () use ($worker, &$calls) {
    $calls++;
    @$worker->work();
};
loop([[$worker->stream(), $work]], function () use (&$calls) {
    return $calls > 5;
});
$server = Gearmand::startAt('127.0.0.1', $port);
client($server)->doBackground($function, 'x');
loop([[$worker->stream(), $work]], function () use (&$ran) {
    return $ran !== '';
});
echo "ran {$ran}\n";
?>
--EXPECT--
ran x
