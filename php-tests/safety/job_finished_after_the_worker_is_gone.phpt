--TEST--
A job that was grabbed answers after its worker is gone, and sending on it does no harm
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('orphan');
client()->doBackground($function, 'load');
$worker = worker();
$worker->register($function);
$job = $worker->grabJob();
unset($worker);
var_dump($job->workload(), is_bool(@$job->sendData('x')), is_bool(@$job->sendComplete('x')));
?>
--EXPECT--
string(4) "load"
bool(true)
bool(true)
