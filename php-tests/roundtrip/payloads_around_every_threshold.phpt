--TEST--
Payloads around every size from which on they are handled differently survive both ways, changed or kept by PHP meanwhile
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('reversed');
start_worker([$function => function (GearmanJob $job) {
    $kept = $job->workload();
    $changed = $job->workload();
    if ($changed !== '') {
        $changed[0] = 'X';
    }
    $job->sendData(substr($changed, 0, 70_000));
    // What was changed is the script's own, and not the job's.
    return $kept === $job->workload() && strlen($kept) === $job->workloadSize() ? $job->workload() : 'no';
}]);
$edges = [16 << 10, 64 << 10, 128 << 10, 1 << 20, 2 << 20];
$sizes = array_merge([0, 1, 9_000_000], ...array_map(fn ($edge) => range($edge - 30, $edge + 30, 10), $edges));
foreach ($sizes as $size) {
    $workload = $size === 0 ? '' : random_bytes($size);
    $copy = $workload;
    $copy .= '';
    $result = client()->doNormal($function, $workload);
    $expected = $size === 0 ? '' : substr_replace($workload, 'X', 0, 1);
    if ($result !== substr($expected, 0, 70_000) . $workload || $workload !== $copy) {
        echo "{$size} bytes are others\n";
    }
}

// Results are strings like any other.
$function = unique_name('echo');
start_worker([$function => fn (GearmanJob $job) => $job->workload()]);
$client = client();
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $data = $task->data();
    $again = $task->data();
    $again .= '!';
    $results[$task->unique()] = $data === $task->data() && $again === "{$data}!" ? $data : 'no';
});
$workloads = [];
foreach ([20_000, 70_000, 300_000, 3_000_000] as $size) {
    $workloads["k{$size}"] = $workload = random_bytes($size);
    $client->addTask($function, $workload, null, "k{$size}");
    $workload[5] = 'y';
}
var_dump($client->runTasks());
ksort($results);
ksort($workloads);
var_dump($results === $workloads);

$result = $client->doNormal($function, str_repeat('ab', 100_000));
$result[0] = 'A';
$result .= 'end';
var_dump(strlen($result), substr($result, 0, 4), substr($result, -5), hash('crc32b', $result) === hash('crc32b', 'A' . substr($result, 1)));
var_dump([$result => 1][$result], (string) serialize($result) === 's:200003:"' . $result . '";');

// A constant of the script has no count of holders.
const CONSTANT = 'c';
$constant = str_repeat(CONSTANT, 5);
var_dump($client->doNormal($function, $constant));
?>
--EXPECT--
bool(true)
bool(true)
int(200003)
string(4) "Abab"
string(5) "abend"
bool(true)
int(1)
bool(true)
string(5) "ccccc"
