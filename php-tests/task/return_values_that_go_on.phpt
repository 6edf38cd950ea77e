--TEST--
A callback that returns null, 0, false, true, 1, a text or an array lets runTasks() go on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('goes-on');
start_worker([$function => fn () => 'result']);
foreach ([null, 0, false, true, 1, '', '0', 'text', []] as $value) {
    $completed = 0;
    $client = client();
    $client->setCompleteCallback(function () use ($value, &$completed) {
        $completed++;
        return $value;
    });
    $client->addTask($function, 'x');
    $client->addTask($function, 'y');
    echo json_encode($value), ' ', json_encode([$client->runTasks(), $client->returnCode(), $completed]), "\n";
}
?>
--EXPECT--
null [true,0,2]
0 [true,0,2]
false [true,0,2]
true [true,0,2]
1 [true,0,2]
"" [true,0,2]
"0" [true,0,2]
"text" [true,0,2]
[] [true,0,2]
