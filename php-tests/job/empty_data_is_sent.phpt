--TEST--
Empty data, an empty warning and an empty result are sent like any other
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('empty');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
worker([$function => function (GearmanJob $job) {
    var_dump($job->sendData(''), $job->sendWarning(''), $job->sendComplete(''));
}])->work();
print_r($client->history());
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
Array
(
    [0] => 28
    [1] => 29
    [2] => 13
)
