<?php

// Each line is wrong, and Intelephense has to say so: otherwise it has not read the stubs.

$client = new GearmanRs\Client();
$client->doBackgroundSoon('f', 'w');
$client->doBackgroundAt('f');
$client->setTimeout();
GearmanRs\status();
$worker = new GearmanWorker();
$worker->run();
echo GEARMAN_WORK_FAILED;
