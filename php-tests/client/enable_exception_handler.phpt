--TEST--
enableExceptionHandler() makes the server pass job exceptions on, and throws when there is no server
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$raise = unique_name('raise');
start_worker([$raise => function (GearmanJob $job) {
    throw new LogicException('boom');
}]);
$server = Gearmand::shared();
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer($server->host, $server->port, false);
var_dump($client->enableExceptionHandler());
$client->doNormal($raise, 'x');
var_dump($client->returnCode() === GEARMAN_WORK_EXCEPTION);

try {
    (new GearmanClient())->enableExceptionHandler();
} catch (GearmanException $exception) {
    echo $exception->getMessage(), "\n";
}
?>
--EXPECT--
bool(true)
bool(true)
Failed to set exception option
