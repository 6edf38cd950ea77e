--TEST--
A loop may take jobs by grabJob(), too, and sleeps between them
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('grab');
$worker = looping_worker([$function => 'strlen']);
$done = [];
$calls = 0;
$grab = function () use ($worker, &$done, &$calls) {
    $calls++;
    if ($job = @$worker->grabJob()) {
        $job->sendComplete('');
        $done[] = $job->workload();
    }
};
foreach (['one', 'two'] as $workload) {
    client()->doBackground($function, $workload);
    loop([[$worker->stream(), $grab]], function () use (&$done, $workload) {
        return in_array($workload, $done, true);
    });
    eventually('the worker has nothing to do', function () use ($worker, $grab) {
        is_readable_now($worker->stream()) && $grab();
        return $worker->returnCode() === GEARMAN_NO_JOBS && !is_readable_now($worker->stream());
    });
}
echo implode("\n", $done), "\n";
var_dump($calls < 100 ?: $calls);
?>
--EXPECT--
one
two
bool(true)
