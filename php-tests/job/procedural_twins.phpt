--TEST--
Every function of a job does what the method does
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('procedural');
$client = new Wire(Gearmand::shared());
$handle = $client->submit($function, 'load', 'key');
worker([$function => function (GearmanJob $job) use ($function, $handle) {
    var_dump(gearman_job_workload($job), gearman_job_workload_size($job), gearman_job_unique($job));
    var_dump(gearman_job_handle($job) === $handle, gearman_job_function_name($job) === $function);
    var_dump(gearman_job_return_code($job), gearman_job_set_return($job, GEARMAN_SUCCESS));
    var_dump(gearman_job_send_status($job, 1, 2), gearman_job_send_data($job, 'data'), gearman_job_send_warning($job, 'warning'));
    var_dump(gearman_job_send_complete($job, 'done'));
}])->work();
print_r($client->history());

foreach (['gearman_job_send_fail' => [], 'gearman_job_send_exception' => ['boom']] as $send => $arguments) {
    $function = unique_name('procedural');
    $client = new Wire(Gearmand::shared());
    $client->submit($function, 'x');
    worker([$function => fn (GearmanJob $job) => $send($job, ...$arguments)])->work();
    echo $client->receive()->type, "\n";
}
?>
--EXPECT--
string(4) "load"
int(4)
string(3) "key"
bool(true)
bool(true)
int(0)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
Array
(
    [0] => 12 1 2
    [1] => 28 data
    [2] => 29 warning
    [3] => 13 done
)
14
25
