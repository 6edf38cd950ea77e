--TEST--
A callback gets ($task), and ($task, $context) when a context was given, be it null
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('context');
start_worker([$function => fn () => 'result']);
$client = client();
$client->setCompleteCallback(function () {
    echo func_num_args(), ' ', json_encode(array_slice(func_get_args(), 1)), "\n";
});
foreach ([[], [null], ['text']] as $context) {
    $client->addTask($function, 'x', ...$context);
    $client->runTasks();
}
?>
--EXPECT--
1 []
2 [null]
2 ["text"]
