--TEST--
A file that cannot be written is warned of, and everything goes on without it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
foreach (['/nowhere/trace', '/'] as $file) {
    ini_set('gearman.trace', $file);
    $client->addServer(Gearmand::shared()->host, Gearmand::shared()->port);
}
ini_set('open_basedir', __DIR__);
ini_set('gearman.trace', '/tmp/outside');
$client->addServer(Gearmand::shared()->host, Gearmand::shared()->port);
var_dump(file_exists(__DIR__ . '/outside'), $client->ping('x'));
?>
--EXPECTF--
Warning: GearmanClient::addServer(): gearman.trace: /nowhere/trace: no such file or directory in %s on line %d

Warning: GearmanClient::addServer(): gearman.trace: /: is a directory in %s on line %d

Warning: GearmanClient::addServer(): open_basedir restriction in effect. File(/tmp/outside) is not within the allowed path(s): (%s) in %s on line %d
bool(false)
bool(true)
