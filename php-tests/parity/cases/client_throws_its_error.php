<?php
require __DIR__ . '/../support.php';

// Applications throw what error() says, and retry what failed.
$first = unique_name('first');
$broken = unique_name('broken');
start_worker([
    $first => function (GearmanJob $job) {
        static $tries = [];
        $tries[$job->workload()] = ($tries[$job->workload()] ?? 0) + 1;
        return $tries[$job->workload()] === 1 ? $job->sendFail() : "{$job->workload()} at the second try";
    },
    $broken => fn () => throw new LogicException('inside the worker'),
]);
$client = client();
$call = function (string $function, string $workload) use ($client) {
    $result = $client->doNormal($function, $workload);
    if ($client->returnCode() !== GEARMAN_SUCCESS) {
        throw new RuntimeException($client->error(), $client->returnCode());
    }
    return $result;
};
foreach (['a', 'a', 'b', 'b'] as $workload) {
    attempt("call {$workload}", fn () => $call($first, $workload), $client);
}
attempt('call of a broken one', fn () => $call($broken, 'x'), $client);
