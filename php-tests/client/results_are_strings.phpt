--TEST--
A callback's null, int, bool and float arrive as PHP turns them into strings
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$values = unique_name('values');
$all = [null, 42, false, true, 1.5, 'text'];
start_worker([$values => fn (GearmanJob $job) => $all[(int) $job->workload()]]);

$client = client();
foreach ($all as $index => $value) {
    echo json_encode($value), ' => ', json_encode($client->doNormal($values, (string) $index)), "\n";
}
?>
--EXPECT--
null => ""
42 => "42"
false => ""
true => "1"
1.5 => "1.5"
"text" => "text"
