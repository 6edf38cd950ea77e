<?php
require __DIR__ . '/../support.php';

$worker = worker([unique_name('queue') => fn () => '']);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$worker->setTimeout(200);
$codes = [];
for ($i = 0; $i < 6; $i++) {
    $worker->work();
    $codes[] = $worker->returnCode();
    $worker->wait();
}
show('only "wait" and "no jobs"', array_diff($codes, [GEARMAN_IO_WAIT, GEARMAN_NO_JOBS]) === []);
