--TEST--
jobStatusByUniqueKey() finds a job by its unique
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$key = unique_name('key');
$client = client();
$client->doBackground(unique_name('function'), 'x', $key);
echo json_encode($client->jobStatusByUniqueKey($key)), ' ', $client->returnCode(), "\n";
?>
--EXPECT--
[true,false,0,0] 0
