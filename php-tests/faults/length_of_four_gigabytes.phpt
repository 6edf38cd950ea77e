--TEST--
A server that announces a packet of 4 GiB: return code 10, and memory does not grow
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/hostile.php';

$before = resident_bytes();
hostile_client_call(fn () => "\0RES" . pack('NN', GEARMAN_COMMAND_JOB_CREATED, 0xFFFFFFFF) . 'H:bad:1');
var_dump(resident_bytes() - $before < 20_000_000);
?>
--EXPECT--
doBackground: "" GEARMAN_INVALID_PACKET
doNormal: "" GEARMAN_INVALID_PACKET
jobStatus: [false,false,0,0] GEARMAN_INVALID_PACKET
ping: false GEARMAN_INVALID_PACKET
and the next call: "H:good:1"
bool(true)
