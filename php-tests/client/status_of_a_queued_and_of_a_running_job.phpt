--TEST--
jobStatus() tells a queued job from a running one and reports its progress
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('progress');
$client = client();
$handle = $client->doBackground($function, 'x');
echo json_encode($client->jobStatus($handle)), "\n";

$worker = Child::run(function (Child $parent) use ($function) {
    worker([$function => function (GearmanJob $job) use ($parent) {
        $job->sendStatus(3, 7);
        $parent->send('status sent');
        $parent->receive();
    }])->work();
});
$worker->receive();
eventually('the status arrives', fn () => $client->jobStatus($handle)[2] === 3);
echo json_encode($client->jobStatus($handle)), ' ', $client->returnCode(), "\n";

$worker->send('go on');
$worker->wait();
eventually('gearmand has read what the worker wrote', fn () => $client->jobStatus($handle)[0] === false);
echo json_encode($client->jobStatus($handle)), ' ', $client->returnCode(), "\n";
?>
--EXPECT--
[true,false,0,0]
[true,true,3,7] 0
[false,false,0,0] 0
