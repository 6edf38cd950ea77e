--TEST--
A function name of 512 bytes and a unique of 64 go through unharmed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = str_pad(unique_name('long'), 512, 'x');
$unique = str_repeat('u', 64);
client()->doBackground($function, 'x', $unique);
worker([$function => function (GearmanJob $job) use ($function, $unique) {
    var_dump($job->functionName() === $function);
    // gearmand accepts 64 bytes and hands 63 of them to the worker.
    var_dump($job->unique() === substr($unique, 0, 63));
}])->work();
?>
--EXPECT--
bool(true)
bool(true)
