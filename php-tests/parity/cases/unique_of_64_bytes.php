<?php
// A hash in hexadecimal is a key of 64 bytes.  The server keeps 63 of them.

require __DIR__ . '/../support.php';

$key = str_repeat('0123456789abcdef', 4);
$function = unique_name('hashed');
$client = client();
$task = $client->addTaskBackground($function, '{"a":1}', null, $key);
show('task', $task->unique());
show('run', $client->runTasks());
show('status', $client->jobStatusByUniqueKey(substr($key, 0, 63)));
worker([$function => function (GearmanJob $job) {
    show('unique', $job->unique());
    show('workload', $job->workload(), $job->workloadSize());
}])->work();
