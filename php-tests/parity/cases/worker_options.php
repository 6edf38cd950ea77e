<?php
require __DIR__ . '/../support.php';

$bits = [
    'non-blocking' => GEARMAN_WORKER_NON_BLOCKING,
    'grab uniq' => GEARMAN_WORKER_GRAB_UNIQ,
    'timeout return' => GEARMAN_WORKER_TIMEOUT_RETURN,
    'none' => 0,
];
foreach ($bits as $name => $bit) {
    $worker = new GearmanWorker();
    show("add {$name}", [$worker->addOptions($bit), $worker->options()]);
    show("remove {$name}", [$worker->removeOptions($bit), $worker->options()]);
    show("set {$name}", [$worker->setOptions($bit), $worker->options()]);
}
