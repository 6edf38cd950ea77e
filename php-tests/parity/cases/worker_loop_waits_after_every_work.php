<?php
require __DIR__ . '/../support.php';

drain(function (GearmanWorker $worker) {
    @$worker->work();
    @$worker->wait();
});
