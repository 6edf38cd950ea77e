--TEST--
A worker without servers or functions throws, also when it loses them while it runs
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function attempt(callable $run, GearmanWorker $worker): void
{
    try {
        echo $run(), "\n";
    } catch (GearmanException $exception) {
        echo $exception->getMessage(), ' ', $worker->returnCode(), "\n";
    }
}

$worker = new GearmanRs\Worker();
attempt(fn () => $worker->run(), $worker);
$worker = runner();
attempt(fn () => $worker->run(), $worker);
$worker->addFunction($function = unique_name('gone'), fn () => $worker->unregisterAll() ? 'the result' : 'no');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
attempt(fn () => $worker->run(), $worker);
echo implode($client->history()), "\n";
?>
--EXPECT--
run(GEARMAN_NO_SERVERS) no server was added (call addServer() first) 13
run(GEARMAN_NO_REGISTERED_FUNCTIONS) no function was added (call addFunction() first) 34
run(GEARMAN_NO_REGISTERED_FUNCTIONS) no function was added (call addFunction() first) 34
13 the result
