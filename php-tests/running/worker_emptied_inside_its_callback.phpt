--TEST--
A worker that its callback destroys or makes anew has nothing left to run
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach (['__destruct', '__construct'] as $method) {
    $function = unique_name('emptied');
    $worker = runner();
    $worker->addFunction($function, fn () => $worker->{$method}());
    client()->doBackground($function, 'x');
    try {
        @$worker->run();
    } catch (GearmanException $exception) {
        echo $exception->getMessage(), "\n";
    }
    worker([$function => fn () => null])->work();
}
?>
--EXPECT--
run(GEARMAN_NO_SERVERS) no server was added (call addServer() first)
run(GEARMAN_NO_SERVERS) no server was added (call addServer() first)
