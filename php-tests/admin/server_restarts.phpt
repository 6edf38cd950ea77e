--TEST--
A server that has restarted, or comes only later, is asked on a new connection without a word
--FILE--
<?php
require __DIR__ . '/admin.inc';

[$one, $two] = [Gearmand::start(), Gearmand::start()];
$admin = administrator($one, $two);
$before = $admin->pids();
$one->restart();
$after = $admin->pids();
var_dump($after[$one->address()] !== $before[$one->address()], $after[$two->address()] === $before[$two->address()]);
$one->kill();
var_dump(@$admin->pids()[$one->address()]);
$one->restart();
var_dump(is_int($admin->pids()[$one->address()]));
?>
--EXPECT--
bool(true)
bool(true)
NULL
bool(true)
