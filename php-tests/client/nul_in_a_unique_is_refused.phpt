--TEST--
A NUL in a unique is refused with return code 49, and nothing is sent
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('nul');
$client = client();
var_dump($client->doBackground($function, 'x', "key\0forged workload"), $client->returnCode());
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
?>
--EXPECTF--
Warning: GearmanClient::doBackground(): %s(GEARMAN_INVALID_ARGUMENT)%s in %s on line %d
string(0) ""
int(49)
int(0)
