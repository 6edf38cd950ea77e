--TEST--
A question that only the second server can answer does not wait for the first, which reads nothing and has megabytes before it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

// It takes the connection and reads nothing.
$full = ScriptedServer::start(fn ($connection, Child $test) => $test->receive());
$function = unique_name('known');
$handle = client()->doBackground($function, 'x');

$client = new GearmanClient();
$client->addServer('127.0.0.1', $full->port, false);
$client->addServer('127.0.0.1', Gearmand::shared()->port, false);
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
// 20 MB: more than the kernel keeps for a connection.
for ($i = 0; $i < 200; $i++) {
    $client->addTaskBackground($function, str_repeat('x', 100_000));
}
for ($i = 0; $i < 50; $i++) {
    $client->runTasks();
}
var_dump($client->returnCode());
$client->setTimeout((int) (DEADLINE_SECONDS / 2 * 1000));
var_dump($client->jobStatus($handle)[0]);
$full->kill();
?>
--EXPECT--
int(1)
bool(true)
