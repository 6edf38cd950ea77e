--TEST--
A callback may suspend its fiber while run() works, and run() ends by a signal meanwhile
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fiber');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = runner([$function => fn () => Fiber::suspend('suspended')]);
$fiber = new Fiber(fn () => $worker->run());
echo $fiber->start(), "\n";
try {
    $worker->run();
} catch (GearmanException $exception) {
    echo $exception->getMessage(), "\n";
}
posix_kill(getmypid(), SIGTERM);
$fiber->resume('the result');
echo $fiber->getReturn(), ' ', implode($client->history()), "\n";

// One that is never resumed puts the handlers back.
$client->submit($function, 'x');
$fiber = new Fiber(fn () => $worker->run());
$fiber->start();
unset($fiber);
echo Child::run(fn () => posix_kill(getmypid(), SIGTERM))->wait(), "\n";
eventually('the job is queued again', fn () => Gearmand::shared()->admin->queue($function)['running'] === 0);
unset($worker);
worker([$function => fn () => 'done'])->work();
echo implode($client->history()), "\n";
?>
--EXPECT--
suspended
run() of this worker is running already
signal 13 the result
signal 15
13 done
