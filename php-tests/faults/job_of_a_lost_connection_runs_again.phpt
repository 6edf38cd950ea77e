--TEST--
A job whose connection broke while the callback ran is queued again; the worker itself goes on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = Gearmand::start();
$second = Gearmand::start();
$runs = 0;
$worker = worker(['function' => function (GearmanJob $job) use (&$runs, $first) {
    $runs++;
    if ($job->workload() === 'kill') {
        $first->kill();
    }
    return 'result';
}], $first, $second);
client($first)->doBackground('function', 'kill');
@$worker->work();
client($second)->doBackground('function', 'next');
eventually('the next job runs', function () use ($worker, &$runs) {
    @$worker->work();
    return $runs === 2;
});
eventually('the next job is done', fn () => $second->admin->queue('function')['jobs'] === 0);
echo "the worker goes on\n";
?>
--EXPECT--
the worker goes on
