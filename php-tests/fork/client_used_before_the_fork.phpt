--TEST--
A client used before a fork works in the parent and in three children at once, and every job is counted
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('counted');
$client = client();
$client->ping('connected');

$submit = function (string $who) use ($client, $function) {
    for ($i = 0; $i < 100; $i++) {
        if ($client->doBackground($function, "{$who} {$i}") === '') {
            echo "{$who} {$i} failed\n";
        }
    }
};
$children = [];
foreach (['a', 'b', 'c'] as $who) {
    $children[] = Child::run(fn () => $submit($who));
}
$submit('parent');
foreach ($children as $child) {
    echo $child->wait(), "\n";
}

$seen = [];
$worker = worker([$function => function (GearmanJob $job) use (&$seen) {
    $seen[] = $job->workload();
}]);
for ($i = 0; $i < 400; $i++) {
    $worker->work();
}
var_dump(count(array_unique($seen)));
eventually('the queue is empty', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
?>
--EXPECT--
exit 0
exit 0
exit 0
int(400)
