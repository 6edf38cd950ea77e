--TEST--
examples/event-loop: ten fibers wait for a doNormal() each, all at the same time
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
start_worker([
    'reverse' => function (GearmanJob $job) {
        usleep(10_000);
        return strrev($job->workload());
    },
], $server);
$run = fn (string $script) => run_php([dirname(__DIR__, 2) . "/examples/event-loop/{$script}", $server->address()]);

['status' => $status, 'output' => $output] = $run('fibers.php');
$lines = explode("\n", rtrim($output));
sort($lines, SORT_NATURAL);
echo $status, ' ', count($lines), "\n", implode("\n", $lines), "\n";
?>
--EXPECT--
0 10
fiber 1: 1 rebmun
fiber 2: 2 rebmun
fiber 3: 3 rebmun
fiber 4: 4 rebmun
fiber 5: 5 rebmun
fiber 6: 6 rebmun
fiber 7: 7 rebmun
fiber 8: 8 rebmun
fiber 9: 9 rebmun
fiber 10: 01 rebmun
