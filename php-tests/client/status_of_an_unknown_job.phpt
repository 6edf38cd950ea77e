--TEST--
jobStatus() and jobStatusByUniqueKey() of an unknown job: all false and zero, return code 0
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
echo json_encode($client->jobStatus('H:nowhere:1')), ' ', $client->returnCode(), "\n";
echo json_encode($client->jobStatusByUniqueKey(unique_name('nothing'))), ' ', $client->returnCode(), "\n";
?>
--EXPECT--
[false,false,0,0] 0
[false,false,0,0] 0
