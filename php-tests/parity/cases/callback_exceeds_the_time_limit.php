<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$handle = client()->doBackground($queue, 'x');
$script = 'set_time_limit(1); $worker = new GearmanWorker(); $worker->addServer("127.0.0.1", ' . Gearmand::shared()->port . ');'
    . '$worker->addFunction("' . $queue . '", function () { for (;;); }); $worker->work(); echo "work() came back\n";';
['status' => $status, 'output' => $output] = run_php(['-d', 'display_errors=1', '-r', $script]);
show('ended', [$status, trim(preg_replace('/ in .*/', '', $output))]);
eventually('nobody runs the job', fn () => !client()->jobStatus($handle)[1]);
show('the job', client()->jobStatus($handle));
