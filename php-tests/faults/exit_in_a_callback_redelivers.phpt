--TEST--
exit() in a callback sends nothing for the job: another worker runs it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('exits');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$child = Child::run(function () use ($function) {
    worker([$function => function (GearmanJob $job) {
        exit(7);
    }])->work();
});
echo $child->wait(), "\n";

worker([$function => fn () => 'second run'])->work();
print_r($client->history());
?>
--EXPECT--
exit 7
Array
(
    [0] => 13 second run
)
