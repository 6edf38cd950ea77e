--TEST--
Garbage for a worker is a warning and a return code, and the next work() goes on with a new connection
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/hostile.php';

hostile_worker_call(fn () => 'this is no packet');
hostile_worker_call(fn () => Packet::response(4711, 'what'));
hostile_worker_call(fn () => "\0RES" . pack('NN', GEARMAN_COMMAND_JOB_ASSIGN, 0xFFFFFFFF));
hostile_worker_call(fn () => Packet::response(GEARMAN_COMMAND_JOB_ASSIGN, 'H:bad:1'));
?>
--EXPECT--
false GEARMAN_INVALID_MAGIC, then the job ran
false GEARMAN_INVALID_COMMAND, then the job ran
false GEARMAN_INVALID_PACKET, then the job ran
false GEARMAN_INVALID_PACKET, then the job ran
