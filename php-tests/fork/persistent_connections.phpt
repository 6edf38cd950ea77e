--TEST--
A child uses no connection that its parent has kept, and ends none; each keeps its own
--INI--
gearman.persistent=1
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('counted');
$others = own_sockets();
$submit = function (string $who) use ($function, $others) {
    $used = [];
    for ($i = 0; $i < 50; $i++) {
        if (client()->doBackground($function, "{$who} {$i}") === '') {
            echo "{$who} {$i} failed\n";
        }
        array_push($used, ...array_diff(own_sockets(), $others));
    }
    return array_values(array_unique($used));
};
$ours = $submit('before');
$children = array_map(fn (string $who) => Child::run(function (Child $parent) use ($submit, $who) {
    $parent->send($submit($who));
}), ['a', 'b', 'c']);
$used = array_map(fn (Child $child) => $child->receive(), $children);
foreach ($children as $child) {
    echo $child->wait(), "\n";
}
// Its own line to its parent is a socket, too.
var_dump(array_map(fn (array $sockets) => array_intersect($ours, $sockets), $used) === [[], [], []]);
unset($children, $child);
var_dump(count($ours), $submit('after') === $ours);
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
$worker = worker([$function => fn () => '']);
for ($i = 0; $i < 250; $i++) {
    $worker->work();
}
?>
--EXPECT--
exit 0
exit 0
exit 0
bool(true)
int(1)
bool(true)
int(250)
