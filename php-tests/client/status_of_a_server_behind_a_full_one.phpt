--TEST--
A question that only the second server can answer does not wait for the first, which takes no more jobs
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$full = ScriptedServer::start(fn ($connection, Child $test) => $test->receive());
$function = unique_name('known');
$handle = client()->doBackground($function, 'x');

$client = new GearmanClient();
$client->addServer('127.0.0.1', $full->port, false);
$client->addServer('127.0.0.1', Gearmand::shared()->port, false);
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
for ($i = 0; $i < 200; $i++) {
    $client->addTaskBackground($function, str_repeat('x', 100_000));
}
for ($i = 0; $i < 50; $i++) {
    $client->runTasks();
}
$client->setTimeout((int) (DEADLINE_SECONDS * 1000));
var_dump($client->jobStatus($handle)[0]);
?>
--EXPECT--
bool(true)
