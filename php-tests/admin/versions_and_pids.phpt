--TEST--
versions() and pids() tell them of each server, by its address
--FILE--
<?php
require __DIR__ . '/admin.inc';

[$one, $two] = [Gearmand::start(), Gearmand::start()];
$admin = administrator($one, $two);
$addresses = [$one->address(), $two->address()];
var_dump(array_keys($admin->versions()) === $addresses, array_keys($admin->pids()) === $addresses);
foreach ([$one, $two] as $server) {
    var_dump('OK ' . $admin->versions()[$server->address()] === $server->admin->ask('version')[0]);
    var_dump('OK ' . $admin->pids()[$server->address()] === $server->admin->ask('getpid')[0]);
    var_dump(is_int($admin->pids()[$server->address()]));
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
