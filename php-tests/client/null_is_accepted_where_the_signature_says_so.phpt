--TEST--
A nullable parameter takes null without a deprecation, with strict_types too
--FILE--
<?php
declare(strict_types=1);

require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$function = unique_name('nullable');
$client = client($server);
var_dump($client->doBackground($function, 'x', null) !== '');
var_dump(gearman_client_do_background($client, $function, 'x', null) !== '');

putenv('GEARMAN_SERVERS');
var_dump((new GearmanClient())->addServer(null, 4730, false));
var_dump((new GearmanClient())->addServers(null, false));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
