--TEST--
A client that its callbacks, its contexts and its tasks refer to is collected
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('cycle');
start_worker([$function => fn () => 'result']);
foreach (['callback', 'context', 'task', 'finished task'] as $kind) {
    $client = client();
    $task = $client->addTask($function, 'x', $kind === 'context' ? $client : null);
    $client->setCompleteCallback(fn () => $kind === 'callback' ? $client : null);
    if ($kind === 'task') {
        $client->setFailCallback(fn () => $task);
    }
    if ($kind === 'finished task') {
        $client->runTasks();
    }
    $reference = WeakReference::create($client);
    unset($client, $task);
    gc_collect_cycles();
    echo $kind, ': ', json_encode($reference->get()), "\n";
}
?>
--EXPECT--
callback: null
context: null
task: null
finished task: null
