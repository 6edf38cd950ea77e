<?php
require __DIR__ . '/../support.php';

drain(function (GearmanWorker $worker) {
    if (!@$worker->work() && in_array($worker->returnCode(), [GEARMAN_IO_WAIT, GEARMAN_NO_JOBS], true)) {
        @$worker->wait();
    }
});
