--TEST--
examples/event-loop: a loop on stream_select() drives twenty jobs
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

['status' => $status, 'output' => $output] = $run('select.php');
$lines = array_filter(explode("\n", rtrim($output)), fn (string $line) => $line !== 'tick');
sort($lines, SORT_NATURAL);
echo $status, ' ', count($lines), "\n", $lines[0], "\n", end($lines), "\n";
var_dump(str_contains($output, 'tick'));
?>
--EXPECT--
0 20
job-1: 1 rebmun
job-20: 02 rebmun
bool(true)
