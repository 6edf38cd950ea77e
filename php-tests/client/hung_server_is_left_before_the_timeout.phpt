--TEST--
A call whose timeout is shorter than the connect timeout leaves a hung server while there is time for another
--INI--
gearman.connect_timeout=86400000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$hung = Gearmand::start();
$hung->hang();
$function = unique_name('short');
$client = new GearmanClient();
$client->addServer('127.0.0.1', $hung->port);
$client->addServer('127.0.0.1', Gearmand::shared()->port);
$client->setTimeout(5000);
var_dump($client->doBackground($function, 'x') !== '', $client->returnCode());
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
?>
--EXPECT--
bool(true)
int(0)
int(1)
