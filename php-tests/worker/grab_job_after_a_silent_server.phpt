--TEST--
grabJob() hears again a server that was silent for longer than a connection may take to be made
--INI--
gearman.connect_timeout=1000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$function = unique_name('late');
$worker = worker([$function => fn () => ''], $server);
$worker->setTimeout(100);
var_dump(@$worker->grabJob(), $worker->returnCode() === GEARMAN_NO_JOBS);

$server->hang();
for ($i = 0; $i < 2; $i++) {
    var_dump($worker->grabJob(), $worker->returnCode() === GEARMAN_TIMEOUT);
}
$server->goOn();

client($server)->doBackground($function, 'x');
// The answer that is late says that nothing was queued then.
eventually('the job comes', function () use ($worker) {
    $job = @$worker->grabJob();
    return $job instanceof GearmanJob && $job->workload() === 'x' && $job->sendComplete('');
});
echo "done\n";
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
done
