--TEST--
With UNBUFFERED_RESULT the result is read piece by piece with recvData()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('large');
$result = random_bytes(100_000);
start_worker([$function => fn () => $result]);
$received = '';
$most = 0;
$client = client();
$client->addOptions(GEARMAN_CLIENT_UNBUFFERED_RESULT);
$client->setCompleteCallback(function (GearmanTask $task) use (&$received, &$most) {
    do {
        [$length, $data] = $task->recvData($most);
        if ($length !== strlen($data) || $length > $most) {
            echo "{$length} bytes were announced\n";
        }
        $received .= $data;
    } while ($length > 0);
});
foreach ([30_000, 40_000] as $most) {
    $received = '';
    $client->addTask($function, 'x');
    var_dump($client->runTasks(), $received === $result);
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
