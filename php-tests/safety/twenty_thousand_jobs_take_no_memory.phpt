--TEST--
Memory does not grow with the number of jobs a worker runs and a client submits
--INI--
memory_limit=512M
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('leak');
$client = client();
$worker = worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
$run = function (int $jobs) use ($client, $worker, $function) {
    for ($i = 0; $i < $jobs; $i++) {
        $client->doBackground($function, str_repeat('x', 1000));
        $worker->work();
    }
};
$run(1000);
$before = [memory_get_usage(), resident_bytes()];
$run(20_000);
var_dump(memory_get_usage() - $before[0] < 100_000, resident_bytes() - $before[1] < 5_000_000);
?>
--EXPECT--
bool(true)
bool(true)
