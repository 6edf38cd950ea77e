--TEST--
A server that accepts and always closes: return code 14
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/hostile.php';

hostile_client_call(fn () => '', close: true);
?>
--EXPECT--
doBackground: "" GEARMAN_LOST_CONNECTION
doNormal: "" GEARMAN_LOST_CONNECTION
jobStatus: [false,false,0,0] GEARMAN_LOST_CONNECTION
ping: false GEARMAN_LOST_CONNECTION
and the next call: "H:good:1"
