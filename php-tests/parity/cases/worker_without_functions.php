<?php
require __DIR__ . '/../support.php';

$worker = worker();
attempt('work', fn () => $worker->work(), $worker);
show('error', named_code($worker->error()));
attempt('grabJob', fn () => $worker->grabJob(), $worker);
attempt('unregisterAll', fn () => $worker->unregisterAll(), $worker);
attempt('unregister', fn () => $worker->unregister('nothing'), $worker);
