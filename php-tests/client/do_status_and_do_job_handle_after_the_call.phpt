--TEST--
doStatus() is [0, 0] and doJobHandle() "" before and after a call
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('over');
start_worker([$function => function (GearmanJob $job) {
    $job->sendStatus(3, 7);
}]);
$client = client();
echo json_encode([$client->doStatus(), $client->doJobHandle()]), "\n";
$client->doNormal($function, 'x');
echo json_encode([$client->doStatus(), $client->doJobHandle()]), "\n";
?>
--EXPECT--
[[0,0],""]
[[0,0],""]
