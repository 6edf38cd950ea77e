--TEST--
A job knows its workload, its size, its handle, its unique and its function
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('accessors');
$handle = client()->doBackground($function, "load\0with NUL", 'key');
worker([$function => function (GearmanJob $job) use ($function, $handle) {
    var_dump($job->workload() === "load\0with NUL", $job->workloadSize());
    var_dump($job->handle() === $handle, $job->functionName() === $function, $job->unique());
    var_dump($job->returnCode());
}])->work();
?>
--EXPECT--
bool(true)
int(13)
bool(true)
bool(true)
string(3) "key"
int(0)
