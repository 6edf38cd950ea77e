--TEST--
A worker used before a fork works in parent and children: each connects for itself and the jobs are run once
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('forked-worker');
$done = [];
$worker = worker([$function => function (GearmanJob $job) use (&$done) {
    $done[] = $job->workload();
}]);
$client = client();
$client->doBackground($function, 'before the fork');
$worker->work();

$workAll = function () use ($worker, &$done) {
    do {
        $worker->work();
    } while (end($done) !== 'stop');
};
$children = [];
for ($i = 0; $i < 2; $i++) {
    $children[] = Child::run(function (Child $parent) use ($workAll, &$done) {
        $done = [];
        $workAll();
        $parent->send($done);
    });
}
foreach (range(1, 100) as $number) {
    $client->doBackground($function, "job {$number}");
}
for ($i = 0; $i < 3; $i++) {
    $client->doLowBackground($function, 'stop');
}
$workAll();
foreach ($children as $child) {
    $done = array_merge($done, $child->receive());
    $child->wait();
}
$counts = array_count_values($done);
var_dump($counts['before the fork'], $counts['stop'], count($counts));
eventually('the queue is empty', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
?>
--EXPECT--
int(1)
int(3)
int(102)
