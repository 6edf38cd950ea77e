--TEST--
With gearman.persistent the connections of an administrator serve the next one, unless something was due on them
--FILE--
<?php
require __DIR__ . '/admin.inc';

ini_set('gearman.persistent', '1');
$server = Gearmand::start();
$others = own_sockets();
$own = fn () => array_values(array_diff(own_sockets(), $others));
administrator($server)->versions();
$kept = $own();
administrator($server)->status();
@administrator($server)->cancelJob('H:nowhere:1');
var_dump(count($kept), $own() === $kept);

$server->hang();
$short = new GearmanRs\Admin($server->address(), 50);
var_dump(@$short->pids()[$server->address()]);
unset($short);
var_dump($own());
$server->goOn();
var_dump(is_int(administrator($server)->pids()[$server->address()]));
?>
--EXPECT--
int(1)
bool(true)
NULL
array(0) {
}
bool(true)
