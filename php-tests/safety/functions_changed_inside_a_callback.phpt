--TEST--
A callback may replace itself, withdraw itself and withdraw everything
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('changes');
$client = client();
for ($i = 0; $i < 3; $i++) {
    $client->doBackground($function, 'x');
}
$worker = worker();
$worker->addFunction($function, function () use ($worker, $function) {
    $worker->addFunction($function, function () use ($worker, $function) {
        var_dump($worker->unregister($function));
        echo "second\n";
    });
    echo "first\n";
});
$worker->work();
$worker->work();
$worker->addFunction($function, function () use ($worker) {
    var_dump($worker->unregisterAll());
    echo "third\n";
});
$worker->work();
var_dump(@$worker->work(), $worker->returnCode());
?>
--EXPECT--
first
bool(true)
second
bool(true)
third
bool(false)
int(34)
