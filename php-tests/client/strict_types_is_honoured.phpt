--TEST--
With strict_types a numeric string is no port and an int no workload
--FILE--
<?php
declare(strict_types=1);

require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
$calls = [
    fn () => $client->addServer('127.0.0.1', '4730'),
    fn () => $client->doBackground('function', 42),
    fn () => gearman_client_set_timeout($client, '1000'),
];
foreach ($calls as $call) {
    try {
        $call();
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
GearmanClient::addServer(): Argument #2 ($port) must be of type int, string given
GearmanClient::doBackground(): Argument #2 ($workload) must be of type string, int given
gearman_client_set_timeout(): Argument #2 ($timeout) must be of type int, string given
