--TEST--
An exception whose message is no UTF-8 still reaches the client as valid JSON
--INI--
gearman.exception_format=json
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('throws');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    throw new LogicException("broken \xFF text");
}]);
try {
    $worker->work();
} catch (LogicException) {
    $sent = json_decode(substr($client->history()[0], 3), true, flags: JSON_THROW_ON_ERROR);
    var_dump($sent['class'], str_starts_with($sent['message'], 'broken '));
}
?>
--EXPECT--
string(14) "LogicException"
bool(true)
