<?php
require __DIR__ . '/../support.php';

$job = new GearmanJob();
show('return code', $job->returnCode());
show('handle', $job->handle());
show('function name', $job->functionName());
show('unique', $job->unique());
show('workload', $job->workload());
show('workload size', $job->workloadSize());
