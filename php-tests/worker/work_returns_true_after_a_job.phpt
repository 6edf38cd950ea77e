--TEST--
work() returns true with return code 0 after a job, whatever the callback returned
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('values');
$client = client();
foreach (['null', 'false', '0', 'text'] as $value) {
    $client->doBackground($function, $value);
}
$worker = worker([$function => fn (GearmanJob $job) => ['null' => null, 'false' => false, '0' => 0, 'text' => 'text'][$job->workload()]]);
for ($i = 0; $i < 4; $i++) {
    var_dump($worker->work(), $worker->returnCode());
}
?>
--EXPECT--
bool(true)
int(0)
bool(true)
int(0)
bool(true)
int(0)
bool(true)
int(0)
