--TEST--
A worker that is killed inside a callback gives its job back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('killed');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$child = Child::run(function () use ($function) {
    worker([$function => fn () => posix_kill(getmypid(), SIGKILL)])->work();
});
echo $child->wait(), "\n";

worker([$function => fn () => 'second run'])->work();
print_r($client->history());
?>
--EXPECT--
signal 9
Array
(
    [0] => 13 second run
)
