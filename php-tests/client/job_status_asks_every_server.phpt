--TEST--
jobStatus() and jobStatusByUniqueKey() find a job that only the last server knows
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$servers = [Gearmand::start(), Gearmand::start(), Gearmand::start()];
$handle = 'none';
for ($i = 0; $i < 9; $i++) {
    // Handles count up from 1 on each server, so the ninth is unknown to the others.
    $handle = client($servers[2])->doBackground('function', 'x', "key {$i}");
}
$client = client(...$servers);
echo json_encode($client->jobStatus($handle)), ' ', $client->returnCode(), "\n";
echo json_encode($client->jobStatusByUniqueKey('key 8')), ' ', $client->returnCode(), "\n";
?>
--EXPECT--
[true,false,0,0] 0
[true,false,0,0] 0
