<?php

// A table of all queues of all servers, drawn anew every second.
//
//   php monitor.php localhost:4730,gearman2:4730
//   php monitor.php localhost:4730 --once      for cron, or a file

declare(strict_types=1);

$admin = new GearmanRs\Admin($argv[1] ?? 'localhost:4730');
$once = in_array('--once', $argv, true);

do {
    // A server that does not answer is null, and says why in a warning.
    $versions = @$admin->versions();
    $status = @$admin->status();
    $waiting = @$admin->priorityStatus();

    $table = sprintf("%-40s %8s %8s %8s %8s %8s\n", 'server / function', 'high', 'normal', 'low', 'running', 'workers');
    foreach ($status as $server => $functions) {
        $table .= $functions === null ? "{$server}: no answer\n" : "{$server} (gearmand {$versions[$server]})\n";
        $functions ??= [];
        ksort($functions);
        foreach ($functions as $name => ['running' => $running, 'workers' => $workers]) {
            $queued = $waiting[$server][$name] ?? ['high' => 0, 'normal' => 0, 'low' => 0];
            $table .= sprintf(
                "  %-38s %8d %8d %8d %8d %8d\n",
                $name, $queued['high'], $queued['normal'], $queued['low'], $running, $workers,
            );
        }
    }
    // Clears the screen and goes to its top.
    echo $once ? '' : "\e[2J\e[H", $table;
} while (!$once && sleep(1) === 0);
