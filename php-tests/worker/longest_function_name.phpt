--TEST--
A function name of 512 bytes is served
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = str_pad(unique_name('long'), 512, 'x');
client()->doBackground($function, 'x');
worker([$function => function (GearmanJob $job) use ($function) {
    var_dump($job->functionName() === $function);
}])->work();
?>
--EXPECT--
bool(true)
