--TEST--
A handler that does not wait ends nothing but its own sleep: the call's time still does
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
$worker = worker([unique_name('nobody') => 'strlen']);
$client->setTimeout(200);
$worker->setTimeout(200);
$calls = 0;
GearmanRs\on_wait(function () use (&$calls) {
    $calls++;
});
@$client->doNormal(unique_name('nobody'), 'x');
echo 'doNormal ', $client->returnCode(), "\n";
@$worker->work();
echo 'work ', $worker->returnCode(), "\nmany calls: ", json_encode($calls > 2), "\n";
?>
--EXPECT--
doNormal 47
work 47
many calls: true
