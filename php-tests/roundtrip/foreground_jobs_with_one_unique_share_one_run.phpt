--TEST--
Two clients that wait for the same unique both get the result of one run
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('shared');
$unique = unique_name('key');
$ask = function (Child $parent) use ($function, $unique) {
    $parent->send(client()->doNormal($function, 'x', $unique));
};
$clients = [Child::run($ask), Child::run($ask)];
eventually('both clients wait', function () use ($unique) {
    $wire = new Wire(Gearmand::shared());
    $wire->send(41, $unique);
    return $wire->receive()->arguments[5] === '2';
});

$runs = 0;
$worker = worker([$function => function (GearmanJob $job) use (&$runs) {
    $runs++;
    return 'the result';
}]);
$worker->work();
var_dump($clients[0]->receive(), $clients[1]->receive(), $runs);
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
?>
--EXPECT--
string(10) "the result"
string(10) "the result"
int(1)
int(0)
