--TEST--
A server that always sends half a packet and closes: return code 14
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/hostile.php';

hostile_client_call(fn () => substr(Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:bad:1'), 0, 15), close: true);
?>
--EXPECT--
doBackground: "" GEARMAN_LOST_CONNECTION
doNormal: "" GEARMAN_LOST_CONNECTION
jobStatus: [false,false,0,0] GEARMAN_LOST_CONNECTION
ping: false GEARMAN_LOST_CONNECTION
and the next call: "H:good:1"
