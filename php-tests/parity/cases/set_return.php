<?php
require __DIR__ . '/../support.php';

$codes = [
    GEARMAN_SUCCESS, GEARMAN_WORK_FAIL, GEARMAN_WORK_EXCEPTION, GEARMAN_WORK_DATA, GEARMAN_WORK_WARNING, GEARMAN_WORK_STATUS,
    GEARMAN_TIMEOUT, GEARMAN_ERRNO, GEARMAN_NO_JOBS, GEARMAN_WORK_ERROR, GEARMAN_PAUSE, GEARMAN_MAX_RETURN - 1,
];
foreach ($codes as $code) {
    $queue = unique_name('queue');
    client()->doBackground($queue, 'x');
    $worker = worker([$queue => function (GearmanJob $job) use ($code) {
        show("setReturn {$code}", $job->setReturn($code));
        show('  return code of the job', $job->returnCode());
        return 'result';
    }]);
    attempt('  work', fn () => $worker->work(), $worker);
    eventually('the job has ended', fn () => queue($queue)['jobs'] === 0);
}
