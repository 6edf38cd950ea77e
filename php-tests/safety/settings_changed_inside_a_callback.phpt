--TEST--
A callback may change its worker's options, timeout, id and servers
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('settings');
$server = Gearmand::shared();
client()->doBackground($function, 'x');
$worker = worker();
$worker->addFunction($function, function () use ($worker, $server) {
    var_dump($worker->setTimeout(1234), $worker->setId('renamed'), $worker->addServer($server->host, $server->port));
    var_dump($worker->ping('x'), $worker->addOptions(GEARMAN_WORKER_TIMEOUT_RETURN));
});
var_dump($worker->work(), $worker->timeout());
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
int(1234)
