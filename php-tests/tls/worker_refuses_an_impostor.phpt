--TEST--
A worker whose server comes back with another certificate does not serve it, and serves the right one when that is back
--FILE--
<?php
require __DIR__ . '/tls.inc';

// The plain gearmand behind has a job all the time.
$function = unique_name('function');
$plain = client();
$plain->doBackground($function, 'first');
$server = TlsTerminator::start();
$ran = [];
$worker = tls_worker([$function => function (GearmanJob $job) use (&$ran) {
    $ran[] = $job->workload();
}], $server);
var_dump($worker->work());

$server->restart(Authority::create('Other')->server());
$plain->doBackground($function, 'second');
$worker->setTimeout(500);
var_dump($worker->work(), $worker->returnCode() === GEARMAN_TIMEOUT);
echo implode(' ', $ran), "\n";

$server->restart(Authority::trusted()->server());
$worker->setTimeout(DEADLINE_MILLISECONDS);
var_dump($worker->work(), $worker->returnCode());
echo implode(' ', $ran), "\n";
?>
--EXPECT--
bool(true)
bool(false)
bool(true)
first
bool(true)
int(0)
first second
