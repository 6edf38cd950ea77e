--TEST--
grabJob() without a timeout does not wait for ever for one of several servers that hangs
--INI--
gearman.connect_timeout=3000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$hung = Gearmand::start();
$live = Gearmand::start();
$worker = worker(['f' => fn () => ''], $hung, $live);
$worker->setTimeout(-1);
// Connected to both.
var_dump(@$worker->grabJob(), $worker->returnCode());
$hung->hang();
var_dump(@$worker->grabJob(), $worker->returnCode());
client($live)->doBackground('f', 'x');
var_dump($worker->grabJob()->workload());
?>
--EXPECT--
bool(false)
int(35)
bool(false)
int(35)
string(1) "x"
