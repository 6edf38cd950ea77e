--TEST--
An exception leaves work() with return code 23, and the client gets "Class: message"
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('throws');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    throw new LogicException('boom');
}]);
try {
    $worker->work();
} catch (LogicException $exception) {
    echo $exception->getMessage(), ' ', $worker->returnCode(), "\n";
}
print_r($client->history());
?>
--EXPECT--
boom 23
Array
(
    [0] => 25 LogicException: boom
)
