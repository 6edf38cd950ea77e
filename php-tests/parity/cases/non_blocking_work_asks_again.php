<?php
require __DIR__ . '/../support.php';

$server = hesitant_server();
$worker = new GearmanWorker();
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
$worker->setTimeout(100);
$worker->addServer(LOOPBACK, $server->port);
$worker->addFunction('f', fn () => '');
for ($round = 1; $round <= 3; $round++) {
    attempt('work', fn () => $worker->work(), $worker);
    show('  the server was', $server->receive());
    attempt('work before the answer', fn () => $worker->work(), $worker);
    $server->send('no job');
    $worker->setTimeout(5000);
    attempt('wait', fn () => $worker->wait(), $worker);
    attempt('wait again', fn () => $worker->wait(), $worker);
    attempt('work', fn () => $worker->work(), $worker);
    show('  the server was', $server->receive());
    $worker->setTimeout(100);
    if ($round !== 2) {
        attempt('wait for a job', fn () => $worker->wait(), $worker);
    }
}
