<?php

// Prints each reminder when its time has come. It ends at SIGTERM, SIGINT or SIGQUIT.
//
//   php worker.php
//   php worker.php gearman1:4730,gearman2:4730
//
// Start gearmand with a durable queue, or its reminders end with it:
//
//   gearmand -q libsqlite3 --libsqlite3-db /var/lib/gearman/queue.sqlite

declare(strict_types=1);

$worker = new GearmanRs\Worker();
$worker->addServers($argv[1] ?? 'localhost:4730');
$worker->addFunction('remind', function (GearmanJob $job): void {
    echo date('H:i:s'), ' ', $job->workload(), "\n";
});
$worker->run();
