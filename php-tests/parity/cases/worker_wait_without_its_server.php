<?php
require __DIR__ . '/../support.php';

$server = Gearmand::start();
$worker = worker(['f' => fn () => ''], $server);
$server->kill();
attempt('before any work', fn () => $worker->wait(), $worker);
attempt('again', fn () => $worker->wait(), $worker);
