--TEST--
The unique "#" stands for a decimal hash of the workload, so equal workloads coalesce
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('hash');
$client = client();
$first = $client->doBackground($function, 'same', '#');
$second = $client->doBackground($function, 'same', '#');
$other = $client->doBackground($function, 'other', '#');
var_dump($first === $second, $first === $other);

$uniques = [];
$worker = worker([$function => function (GearmanJob $job) use (&$uniques) {
    $uniques[] = $job->unique();
}]);
$worker->work();
$worker->work();
var_dump(count(preg_grep('/^\d+$/', $uniques)), $uniques[0] !== $uniques[1]);
?>
--EXPECT--
bool(true)
bool(false)
int(2)
bool(true)
