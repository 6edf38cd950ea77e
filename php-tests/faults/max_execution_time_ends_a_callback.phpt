--TEST--
max_execution_time ends a callback that never ends, and the job is given back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('endless');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$child = Child::run(function () use ($function) {
    set_time_limit(1);
    worker([$function => function () {
        for (;;);
    }])->work();
});
// A second of processor time is a long time on a busy machine.
echo $child->wait(500), "\n";
worker([$function => fn () => 'second run'])->work();
print_r($client->history());
?>
--EXPECTF--
Fatal error: Maximum execution time of 1 second exceeded in %s on line %d
exit 255
Array
(
    [0] => 13 second run
)
