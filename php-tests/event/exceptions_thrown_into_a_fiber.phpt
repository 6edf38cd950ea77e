--TEST--
What is thrown into a Fiber that waits comes out of its call
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('thrown');
$stop = function (callable $call) {
    $fiber = new Fiber(function () use ($call) {
        try {
            $call();
        } catch (RuntimeException $exception) {
            return $exception->getMessage();
        }
    });
    GearmanRs\on_wait(fn () => Fiber::suspend());
    $fiber->start();
    $fiber->throw(new RuntimeException('stop it'));
    GearmanRs\on_wait(null);
    return $fiber->getReturn();
};
$client = client();
echo 'doNormal: ', $stop(fn () => $client->doNormal($function, 'x')), "\n";
start_worker([$function => fn () => 'done']);
echo 'the client goes on: ', $client->doNormal($function, 'y'), "\n";

$other = unique_name('thrown');
$done = 0;
$worker = worker([$other => function () use (&$done) {
    $done++;
}]);
echo 'work: ', $stop(fn () => $worker->work()), "\n";
$client->doBackground($other, 'x');
$worker->work();
echo "the worker goes on: {$done}\n";
?>
--EXPECT--
doNormal: stop it
the client goes on: done
work: stop it
the worker goes on: 1
