--TEST--
Every function of tasks does what the method does
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('procedural');
start_worker([$function => function (GearmanJob $job) {
    $job->sendStatus(1, 2);
    return strrev($job->workload());
}]);
$client = client();
foreach (['workload', 'created', 'data', 'warning', 'status', 'complete', 'exception', 'fail'] as $event) {
    echo json_encode("gearman_client_set_{$event}_callback"($client, fn () => null)), ' ';
}
echo json_encode(gearman_client_clear_callbacks($client)), "\n";
gearman_client_set_complete_callback($client, function (GearmanTask $task, string $context) use ($function) {
    echo $context, ' ', json_encode([
        gearman_task_data($task),
        gearman_task_data_size($task),
        gearman_task_numerator($task),
        gearman_task_denominator($task),
        gearman_task_is_known($task),
        gearman_task_is_running($task),
        gearman_task_return_code($task),
        gearman_task_unique($task),
        gearman_task_function_name($task) === $function,
        str_starts_with(gearman_task_job_handle($task), 'H:'),
    ]), "\n";
});
foreach (['', '_high', '_low'] as $priority) {
    "gearman_client_add_task{$priority}"($client, $function, 'abc', "add_task{$priority}", 'key');
    var_dump(gearman_client_run_tasks($client));
}
foreach (['', '_high', '_low'] as $priority) {
    $task = "gearman_client_add_task{$priority}_background"($client, $function, 'abc');
    var_dump(get_class($task), gearman_client_run_tasks($client));
}
gearman_client_set_status_callback($client, fn (GearmanTask $task) => print json_encode(gearman_task_is_known($task)) . "\n");
gearman_client_add_task_status($client, 'H:nowhere:1');
var_dump(gearman_client_run_tasks($client));
var_dump(@gearman_task_send_workload(new GearmanTask(), 'x'), @gearman_task_recv_data(new GearmanTask(), 1));
?>
--EXPECT--
true true true true true true true true true
add_task ["cba",3,1,2,false,false,0,"key",true,true]
bool(true)
add_task_high ["cba",3,1,2,false,false,0,"key",true,true]
bool(true)
add_task_low ["cba",3,1,2,false,false,0,"key",true,true]
bool(true)
string(11) "GearmanTask"
bool(true)
string(11) "GearmanTask"
bool(true)
string(11) "GearmanTask"
bool(true)
false
bool(true)
bool(false)
bool(false)
