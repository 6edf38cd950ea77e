--TEST--
A job that is kept after its callback still knows everything, and sending on it does nothing
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = unique_name('kept');
$second = unique_name('next');
$client = client();
$handle = $client->doBackground($first, 'load', 'key');
$kept = null;
$worker = worker([
    $first => function (GearmanJob $job) use (&$kept) {
        $kept = $job;
        return 'result';
    },
    $second => fn () => null,
]);
$worker->work();
$client->doBackground($second, 'another load');
$worker->work();

var_dump($kept->workload(), $kept->workloadSize(), $kept->unique(), $kept->functionName() === $first, $kept->handle() === $handle);
var_dump($kept->sendComplete('again'), $kept->sendData('x'), $kept->sendFail(), $kept->returnCode());
unset($worker);
var_dump($kept->workload(), $kept->sendStatus(1, 2));
?>
--EXPECT--
string(4) "load"
int(4)
string(3) "key"
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
int(0)
string(4) "load"
bool(true)
