<?php
require __DIR__ . '/../support.php';

// A manager that tells a lost server from an empty queue by the return code, and makes a new worker.
$server = Gearmand::start();
$ran = 0;
$make = function () use ($server, &$ran) {
    $worker = worker(['f' => function () use (&$ran) {
        $ran++;
    }], $server);
    $worker->setTimeout(100);
    return $worker;
};
$worker = $make();
$lost = [GEARMAN_COULD_NOT_CONNECT, GEARMAN_LOST_CONNECTION, GEARMAN_NO_ACTIVE_FDS];
$server->kill();
for ($rounds = 1; $rounds <= 10; $rounds++) {
    if (!@$worker->work() && in_array($worker->returnCode(), $lost, true)) {
        break;
    }
}
show('the loss is seen', $rounds <= 10);
$server->restart();
client($server)->doBackground('f', 'x');
$worker = $make();
show('work', $worker->work());
show('ran', $ran);
