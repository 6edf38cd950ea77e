<?php
require __DIR__ . '/../support.php';

$server = Gearmand::start();
$worker = worker(['f' => fn ($job) => show('job', $job->workload())], $server);
$worker->setTimeout(100);
attempt('work', fn () => $worker->work(), $worker);
$server->restart();
client($server)->doBackground('f', 'x');
$worker->setTimeout(3000);
attempt('after the restart', fn () => $worker->work(), $worker);
