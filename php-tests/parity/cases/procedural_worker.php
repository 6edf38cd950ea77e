<?php
require __DIR__ . '/../support.php';

$worker = gearman_worker_create();
show('create', $worker);
$queue = unique_name('queue');
$server = Gearmand::shared();
attempt('add_server', fn () => gearman_worker_add_server($worker, LOOPBACK, $server->port), $worker);
attempt('set_timeout', fn () => gearman_worker_set_timeout($worker, 2000), $worker);
attempt('timeout', fn () => gearman_worker_timeout($worker), $worker);
attempt('set_id', fn () => gearman_worker_set_id($worker, 'me'), $worker);
attempt('register', fn () => gearman_worker_register($worker, 'other'), $worker);
attempt('unregister', fn () => gearman_worker_unregister($worker, 'other'), $worker);
attempt('unregister_all', fn () => gearman_worker_unregister_all($worker), $worker);
attempt('add_function', fn () => gearman_worker_add_function($worker, $queue, function (GearmanJob $job, $context) {
    show('job', [
        gearman_job_workload($job), gearman_job_workload_size($job), gearman_job_unique($job),
        gearman_job_return_code($job), gearman_job_handle($job), gearman_job_function_name($job), $context,
    ]);
    show('set_return', gearman_job_set_return($job, GEARMAN_SUCCESS));
    show('send_complete', gearman_job_send_complete($job, 'r'));
    show('send_fail', gearman_job_send_fail($job));
    show('send_exception', gearman_job_send_exception($job, 'e'));
}, 'context'), $worker);
client()->doBackground($queue, 'workload', 'u');
attempt('work', fn () => gearman_worker_work($worker), $worker);
client()->doBackground($queue, 'grab', 'v');
$job = attempt('grab_job', fn () => gearman_worker_grab_job($worker), $worker);
show('workload', gearman_job_workload($job));
attempt('send_complete', fn () => gearman_job_send_complete($job, 'r'), $job);
attempt('ping', fn () => gearman_worker_ping($worker, 'x'), $worker);
attempt('errno', fn () => gearman_worker_errno($worker), $worker);
