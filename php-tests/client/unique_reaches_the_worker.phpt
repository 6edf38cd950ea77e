--TEST--
The worker sees the unique that the client gave
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('named');
client()->doBackground($function, 'x', 'order 42');
worker([$function => function (GearmanJob $job) {
    var_dump($job->unique());
}])->work();
?>
--EXPECT--
string(8) "order 42"
