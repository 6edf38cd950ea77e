--TEST--
Bits that are no option of a worker, or that it keeps to itself, change nothing
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
$bits = [
    GEARMAN_WORKER_ALLOCATED,
    GEARMAN_WORKER_PACKET_INIT,
    GEARMAN_WORKER_GRAB_JOB_IN_USE,
    GEARMAN_WORKER_PRE_SLEEP_IN_USE,
    GEARMAN_WORKER_WORK_JOB_IN_USE,
    GEARMAN_WORKER_CHANGE,
    1 << 20,
    1 << 40,
];
foreach ($bits as $bit) {
    $worker->addOptions($bit);
    $worker->removeOptions($bit);
    echo $worker->options(), ' ';
}
?>
--EXPECT--
644 644 644 644 644 644 644 644
