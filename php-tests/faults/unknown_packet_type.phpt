--TEST--
A server that sends a packet type that does not exist: return code 9
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/hostile.php';

hostile_client_call(fn () => Packet::response(4711, 'what'));
?>
--EXPECT--
doBackground: "" GEARMAN_INVALID_COMMAND
doNormal: "" GEARMAN_INVALID_COMMAND
jobStatus: [false,false,0,0] GEARMAN_INVALID_COMMAND
ping: false GEARMAN_INVALID_COMMAND
and the next call: "H:good:1"
