--TEST--
A submission without a unique, or with an empty one, gets a UUID of its own
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('unnamed');
$client = client();
$client->doBackground($function, 'x');
$client->doBackground($function, 'x', '');
$client->doBackground($function, 'x', null);

$uniques = [];
$worker = worker([$function => function (GearmanJob $job) use (&$uniques) {
    $uniques[] = $job->unique();
}]);
for ($i = 0; $i < 3; $i++) {
    $worker->work();
}
var_dump(count(preg_grep('/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/', $uniques)));
var_dump(count(array_unique($uniques)));
?>
--EXPECT--
int(3)
int(3)
