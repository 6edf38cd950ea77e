--TEST--
After exit() in a callback PHP's shutdown functions run as usual, and may use Gearman
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('exits');
$after = unique_name('after');
client()->doBackground($function, 'x');
$child = Child::run(function () use ($function, $after) {
    register_shutdown_function(function () use ($after) {
        echo "shutdown function\n";
        client()->doBackground($after, 'x');
    });
    worker([$function => function () {
        try {
            exit(3);
        } finally {
            echo "finally must not run on exit\n";
        }
    }])->work();
});
echo $child->wait(), "\n";
var_dump(Gearmand::shared()->admin->queue($after)['jobs']);
?>
--EXPECT--
shutdown function
exit 3
int(1)
