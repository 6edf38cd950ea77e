--TEST--
An Error in a callback is handled as an exception is
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('errs');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    no_such_function();
}]);
try {
    $worker->work();
} catch (Error $error) {
    echo $error->getMessage(), ' ', $worker->returnCode(), "\n";
}
print_r($client->history());
?>
--EXPECT--
Call to undefined function no_such_function() 23
Array
(
    [0] => 25 Error: Call to undefined function no_such_function()
)
