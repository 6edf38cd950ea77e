--TEST--
Wrong types and wrong numbers of arguments get the errors that PHP gives for its own classes
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
$calls = [
    fn () => $client->doNormal([], 'x'),
    fn () => $client->doNormal('function'),
    fn () => $client->doNormal('function', 'x', 'key', 'more'),
    fn () => $client->setTimeout('soon'),
    fn () => $client->returnCode(1),
    fn () => gearman_client_do_normal('client', 'function', 'x'),
    fn () => gearman_client_do_normal(new GearmanWorker(), 'function', 'x'),
];
foreach ($calls as $call) {
    try {
        $call();
    } catch (TypeError $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
TypeError: GearmanClient::doNormal(): Argument #1 ($function) must be of type string, array given
ArgumentCountError: GearmanClient::doNormal() expects at least 2 arguments, 1 given
ArgumentCountError: GearmanClient::doNormal() expects at most 3 arguments, 4 given
TypeError: GearmanClient::setTimeout(): Argument #1 ($timeout) must be of type int, string given
ArgumentCountError: GearmanClient::returnCode() expects exactly 0 arguments, 1 given
TypeError: gearman_client_do_normal(): Argument #1 ($obj) must be of type GearmanClient, string given
TypeError: gearman_client_do_normal(): Argument #1 ($obj) must be of type GearmanClient, GearmanWorker given
