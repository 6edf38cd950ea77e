--TEST--
Every byte goes to the worker and back as it is
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('echo');
start_worker([$function => fn (GearmanJob $job) => $job->workload()]);
$bytes = implode('', array_map('chr', range(0, 255)));
$client = client();
foreach ([$bytes, "\0", "\0\0\0", "\0REQ\0\0\0\7", 'Привет', ''] as $workload) {
    var_dump($client->doNormal($function, $workload) === $workload);
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
