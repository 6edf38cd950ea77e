<?php
require __DIR__ . '/../support.php';

$worker = new GearmanWorker();
attempt('addFunction', fn () => $worker->addFunction('f', fn () => ''), $worker);
attempt('ping', fn () => $worker->ping('x'), $worker);
attempt('wait', fn () => $worker->wait(), $worker);
attempt('unregister', fn () => $worker->unregister('f'), $worker);
attempt('unregisterAll', fn () => $worker->unregisterAll(), $worker);
attempt('work', fn () => $worker->work(), $worker);
