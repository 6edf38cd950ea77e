--TEST--
Bits that are no option of a client, or that it keeps to itself, change nothing
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
foreach ([GEARMAN_CLIENT_ALLOCATED, GEARMAN_CLIENT_TASK_IN_USE, GEARMAN_CLIENT_NO_NEW, 1 << 20, 1 << 40] as $bit) {
    $client->addOptions($bit);
    $client->removeOptions($bit);
    var_dump($client->options());
}
$client->setOptions(GEARMAN_CLIENT_NO_NEW | GEARMAN_CLIENT_NON_BLOCKING);
var_dump($client->options());
?>
--EXPECT--
int(32)
int(32)
int(32)
int(32)
int(32)
int(2)
