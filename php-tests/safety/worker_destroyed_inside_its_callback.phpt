--TEST--
A callback may drop the last reference to its worker, or destruct it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('suicidal');
$client = client();
$client->doBackground($function, 'x');
$client->doBackground($function, 'x');

$worker = worker();
$worker->addFunction($function, function () use (&$worker) {
    $worker = null;
    echo "dropped\n";
});
$worker->work();
var_dump($worker);

$worker = worker();
$worker->addFunction($function, function () use (&$worker) {
    $worker->__destruct();
    echo "destructed\n";
});
var_dump(is_bool(@$worker->work()));
?>
--EXPECT--
dropped
NULL
destructed
bool(true)
