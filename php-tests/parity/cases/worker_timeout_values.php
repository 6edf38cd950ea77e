<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
foreach ([0, 1, 1500, -1, -2, 2147483647] as $milliseconds) {
    show("setTimeout {$milliseconds}", [$worker->setTimeout($milliseconds), $worker->timeout()]);
}
