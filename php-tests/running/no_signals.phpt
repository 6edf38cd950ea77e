--TEST--
run(signals: []) listens to none
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('none');
$child = Child::run(function () use ($function) {
    runner([$function => fn () => posix_kill(getmypid(), SIGTERM)])->run(signals: []);
});
client()->doBackground($function, 'x');
echo $child->wait(), "\n";
worker([$function => fn () => null])->work();
?>
--EXPECT--
signal 15
