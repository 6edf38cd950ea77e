<?php
require __DIR__ . '/../support.php';

$task = new GearmanTask();
$accessors = [
    'return_code', 'function_name', 'unique', 'job_handle', 'is_known', 'is_running', 'numerator', 'denominator',
    'data', 'data_size',
];
foreach ($accessors as $name) {
    attempt($name, fn () => ("gearman_task_{$name}")($task));
}
attempt('recv_data', fn () => gearman_task_recv_data($task, 5));
attempt('send_workload', fn () => @gearman_task_send_workload($task, 'x'));
$job = new GearmanJob();
foreach (['return_code', 'handle', 'function_name', 'unique', 'workload', 'workload_size'] as $name) {
    attempt($name, fn () => ("gearman_job_{$name}")($job));
}
