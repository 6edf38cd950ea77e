<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
@$worker->ping('x');
attempt('setId', fn () => $worker->setId('me'), $worker);
