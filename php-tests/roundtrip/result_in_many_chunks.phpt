--TEST--
A result that comes in a thousand chunks is put together in order
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('chunks');
start_worker([$function => function (GearmanJob $job) {
    foreach (range(1, 1000) as $number) {
        $job->sendData("{$number},");
    }
    return 'end';
}]);
var_dump(client()->doNormal($function, 'x') === implode(',', range(1, 1000)) . ',end');
?>
--EXPECT--
bool(true)
