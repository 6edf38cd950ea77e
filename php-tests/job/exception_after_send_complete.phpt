--TEST--
A job that was completed before the callback threw stays completed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('completed');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => function (GearmanJob $job) {
    $job->sendComplete('done');
    throw new LogicException('afterwards');
}]);
try {
    $worker->work();
} catch (LogicException $exception) {
    echo $exception->getMessage(), "\n";
}
print_r($client->history());
?>
--EXPECT--
afterwards
Array
(
    [0] => 13 done
)
