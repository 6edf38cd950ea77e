--TEST--
A callback may drop the client or destruct it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('suicidal');
start_worker([$function => fn () => 'result']);

$client = client();
$client->setCompleteCallback(function () use (&$client) {
    $client = null;
    echo "dropped\n";
});
$client->addTask($function, 'x');
$client->addTask($function, 'y');
$client->runTasks();

$client = client();
$client->setCompleteCallback(function () use ($client) {
    $client->__destruct();
    echo "destructed\n";
});
$client->addTask($function, 'x');
var_dump(is_bool(@$client->runTasks()));
?>
--EXPECTF--
dropped
%Adestructed
bool(true)
