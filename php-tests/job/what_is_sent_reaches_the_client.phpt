--TEST--
Data, warnings and status reach the client in the order in which they were sent
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('talks');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
worker([$function => function (GearmanJob $job) {
    var_dump($job->sendStatus(1, 2), $job->sendData('data'), $job->sendWarning('warning'), $job->sendStatus(2, 2));
    return 'result';
}])->work();
print_r($client->history());
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
Array
(
    [0] => 12 1 2
    [1] => 28 data
    [2] => 29 warning
    [3] => 12 2 2
    [4] => 13 result
)
