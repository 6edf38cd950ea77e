--TEST--
A callback that returns GEARMAN_PAUSE or GEARMAN_WORK_FAIL stops runTasks() with that code; the next one goes on with the rest
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('pauses');
start_worker([$function => fn () => 'result']);
foreach ([GEARMAN_PAUSE, GEARMAN_WORK_FAIL, (string) GEARMAN_PAUSE] as $code) {
    $completed = 0;
    $client = client();
    $client->setCompleteCallback(function () use ($code, &$completed) {
        $completed++;
        return $completed === 1 ? $code : null;
    });
    $client->addTask($function, 'x');
    $client->addTask($function, 'y');
    echo json_encode([$client->runTasks(), $client->returnCode(), $completed]), ' ';
    echo json_encode([$client->runTasks(), $client->returnCode(), $completed]), "\n";
}
?>
--EXPECT--
[true,38,1] [true,0,2]
[true,24,1] [true,0,2]
[true,38,1] [true,0,2]
