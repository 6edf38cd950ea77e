--TEST--
A worker whose server goes away with jobs in hand does them all when it is back
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$file = tempnam(sys_get_temp_dir(), 'queue-');
at_the_end(fn () => unlink($file));
$server = Gearmand::start('-q', 'libsqlite3', '--libsqlite3-db', $file);
$jobs = Numbered::queue(400, $server);
$worker = $jobs->worker();
$jobs->workAhead($worker);
$server->restart();
$worker->setTimeout(2000);
eventually('every job is done', function () use ($worker, $server, $jobs) {
    @$worker->work();
    return $server->admin->queue($jobs->function)['jobs'] === 0;
});
echo strtok($jobs->report(), ','), "\n";
?>
--EXPECT--
0 missing
