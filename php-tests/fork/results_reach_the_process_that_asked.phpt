--TEST--
After a fork parent and children each get the results of their own foreground jobs
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('echo');
start_worker([$function => fn (GearmanJob $job) => $job->workload()]);
$client = client();
$client->doNormal($function, 'connected');

$ask = function (string $who) use ($client, $function): bool {
    for ($i = 0; $i < 50; $i++) {
        if ($client->doNormal($function, "{$who} {$i}") !== "{$who} {$i}") {
            return false;
        }
    }
    return true;
};
$children = [];
foreach (['a', 'b', 'c'] as $who) {
    $children[] = Child::run(fn (Child $parent) => $parent->send($ask($who)));
}
var_dump($ask('parent'));
foreach ($children as $child) {
    var_dump($child->receive());
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
