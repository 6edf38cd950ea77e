--TEST--
A function that is removed inside its own callback has done its job once
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach (['unregister', 'unregisterAll', 'unregister and add again'] as $way) {
    $function = unique_name('removed');
    $client = client();
    $client->doBackground($function, 'x');
    $done = 0;
    $callback = function () use (&$worker, &$done, $function, $way, &$callback) {
        $done++;
        $way === 'unregisterAll' ? $worker->unregisterAll() : $worker->unregister($function);
        if ($way === 'unregister and add again') {
            $worker->addFunction($function, $callback);
        }
    };
    $worker = worker([$function => $callback]);
    $worker->work();
    // The server has heard all of it.
    $worker->ping('x');
    $queue = Gearmand::shared()->admin->queue($function);
    echo "{$way}: {$done} done, {$queue['jobs']} left, {$queue['workers']} workers\n";
}
?>
--EXPECT--
unregister: 1 done, 0 left, 0 workers
unregisterAll: 1 done, 0 left, 0 workers
unregister and add again: 1 done, 0 left, 1 workers
