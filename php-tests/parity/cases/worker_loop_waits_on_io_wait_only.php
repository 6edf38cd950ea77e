<?php
require __DIR__ . '/../support.php';

drain(function (GearmanWorker $worker) {
    if (!@$worker->work() && $worker->returnCode() === GEARMAN_IO_WAIT) {
        @$worker->wait();
    }
});
