<?php
require __DIR__ . '/../support.php';

$all = unique_name('all');
start_worker([$all => function (GearmanJob $job) {
    gearman_job_send_data($job, 'data');
    gearman_job_send_warning($job, 'warning');
    gearman_job_send_status($job, 1, 2);
    return 'result';
}]);
$client = client();
foreach (['workload', 'created', 'data', 'warning', 'status', 'complete', 'exception', 'fail'] as $event) {
    $set = "gearman_client_set_{$event}_callback";
    show($set, $set($client, function (GearmanTask $task, $context) use ($event) {
        show($event, [
            gearman_task_function_name($task), gearman_task_unique($task), gearman_task_job_handle($task),
            gearman_task_is_known($task), gearman_task_is_running($task),
            gearman_task_numerator($task), gearman_task_denominator($task),
            gearman_task_data($task), gearman_task_data_size($task), gearman_task_return_code($task), $context,
        ]);
    }));
}
$methods = [
    'add_task', 'add_task_high', 'add_task_low', 'add_task_background', 'add_task_high_background',
    'add_task_low_background',
];
foreach ($methods as $name) {
    show($name, ("gearman_client_{$name}")($client, $all, $name, 'context', "unique of {$name}"));
    show('run_tasks', gearman_client_run_tasks($client));
}
show('add_task_status', gearman_client_add_task_status($client, 'H:nowhere:1', 'context'));
show('run_tasks', gearman_client_run_tasks($client));
