<?php
require __DIR__ . '/../support.php';

$double = unique_name('double');
start_worker([$double => fn ($job) => $job->workload() . $job->workload()]);
$client = client();
foreach ([8191, 8192, 32768, 1000000] as $size) {
    $result = $client->doNormal($double, str_repeat('x', $size));
    show("{$size} bytes", [strlen($result), count_chars($result, 3), $client->returnCode()]);
}
