--TEST--
A function takes an object of a subclass, and no other
--FILE--
<?php
class Client extends GearmanClient {}
class Worker extends GearmanWorker {}

$client = new Client();
var_dump(gearman_client_set_timeout($client, 1), gearman_client_timeout($client), $client->timeout());
var_dump(gearman_worker_set_timeout(new Worker(), 2));
foreach ([new Worker(), new stdClass(), null] as $other) {
    try {
        gearman_client_timeout($other);
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
bool(true)
int(1)
int(1)
bool(true)
gearman_client_timeout(): Argument #1 ($obj) must be of type GearmanClient, Worker given
gearman_client_timeout(): Argument #1 ($obj) must be of type GearmanClient, stdClass given
gearman_client_timeout(): Argument #1 ($obj) must be of type GearmanClient, null given
