--TEST--
A callback that returns another code makes runTasks() warn and return false with that code
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fails');
start_worker([$function => fn () => 'result']);
$completed = 0;
$client = client();
$client->setCompleteCallback(function () use (&$completed) {
    $completed++;
    return $completed === 1 ? GEARMAN_NOT_CONNECTED : null;
});
$client->addTask($function, 'x');
$client->addTask($function, 'y');
var_dump($client->runTasks(), $client->returnCode());
var_dump($client->runTasks(), $client->returnCode(), $completed);
?>
--EXPECTF--
Warning: GearmanClient::runTasks(): %SGEARMAN_%S in %s on line %d
bool(false)
int(25)
bool(true)
int(0)
int(2)
