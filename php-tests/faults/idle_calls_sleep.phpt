--TEST--
A call that waits for a second wakes up for nothing
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** How often the process has gone to sleep. */
function sleeps(): int
{
    preg_match('/^voluntary_ctxt_switches:\s*(\d+)/m', file_get_contents('/proc/self/status'), $match);
    return (int) $match[1];
}

$function = unique_name('nobody');
$worker = worker([unique_name('idle') => fn () => '']);
$client = client();
$worker->setTimeout(1000);
$client->setTimeout(1000);
$calls = [
    'work' => fn () => @$worker->work(),
    'wait' => fn () => @$worker->wait(),
    'doNormal' => fn () => @$client->doNormal($function, 'x'),
    'runTasks' => fn () => $client->addTask($function, 'x') && @$client->runTasks(),
];
foreach ($calls as $name => $call) {
    // Connecting and the talk with the server sleep too. A tick would make it fifty and more.
    $before = sleeps();
    $call();
    $grown = sleeps() - $before;
    $code = str_starts_with($name, 'w') ? $worker->returnCode() : $client->returnCode();
    echo "{$name}: ", json_encode([$code, $grown <= 20 ?: $grown]), "\n";
}
?>
--EXPECT--
work: [47,true]
wait: [47,true]
doNormal: [47,true]
runTasks: [47,true]
