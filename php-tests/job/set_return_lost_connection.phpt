--TEST--
setReturn(GEARMAN_LOST_CONNECTION) gives the job back: it runs again
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('given-back');
client()->doBackground($function, 'x');
$runs = 0;
$worker = worker([$function => function (GearmanJob $job) use (&$runs) {
    if (++$runs === 1) {
        $job->setReturn(GEARMAN_LOST_CONNECTION);
    }
}]);
var_dump($worker->work());
eventually('the job runs again', function () use ($worker, &$runs) {
    @$worker->work();
    return $runs === 2;
});
eventually('the job is done', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
var_dump($runs);
?>
--EXPECT--
bool(true)
int(2)
