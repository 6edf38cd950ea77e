--TEST--
Arguments can be given by name
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$client = new GearmanClient();
var_dump($client->addServer(port: $server->port, host: $server->host));
$function = unique_name('named');
$client->doBackground(workload: 'x', function: $function, unique: 'key');
echo json_encode($client->jobStatusByUniqueKey(unique_key: 'nothing')), "\n";
var_dump($server->admin->queue($function)['jobs']);
?>
--EXPECT--
bool(true)
[false,false,0,0]
int(1)
