--TEST--
After sendComplete() what the callback returns is not sent
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('early');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
worker([$function => function (GearmanJob $job) {
    var_dump($job->sendComplete('early'));
    return 'late';
}])->work();
print_r($client->history());
?>
--EXPECT--
bool(true)
Array
(
    [0] => 13 early
)
