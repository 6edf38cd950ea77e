<?php
require __DIR__ . '/../support.php';

[$one, $two] = [Gearmand::start(), Gearmand::start()];
$servers = "{$one->address()},no-such-host.invalid,{$two->address()}";
$client = new GearmanClient();
attempt('a client', fn () => $client->addServers($servers), $client);
attempt('doBackground', fn () => $client->doBackground('f', 'x') !== '', $client);
$worker = new GearmanWorker();
$worker->setTimeout(50);
attempt('a worker', fn () => $worker->addServers($servers), $worker);
$worker->addFunction('g', fn () => '');
attempt('work', fn () => $worker->work(), $worker);
show('servers that know the worker', array_map(fn (Gearmand $server) => count($server->admin->workersOf('g')), [$one, $two]));
