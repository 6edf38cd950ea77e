--TEST--
exit() in a task callback ends the process cleanly
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('exits');
start_worker([$function => fn () => 'result']);
$child = Child::run(function () use ($function) {
    $client = client();
    $client->setCompleteCallback(function () {
        exit(5);
    });
    $client->addTask($function, 'x');
    $client->addTask($function, 'y');
    $client->runTasks();
});
echo $child->wait(), "\n";
?>
--EXPECT--
exit 5
