--TEST--
A server that answers with requests instead of responses: return code 8
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/hostile.php';

hostile_client_call(fn () => Packet::request(GEARMAN_COMMAND_JOB_CREATED, 'H:bad:1'));
?>
--EXPECT--
doBackground: "" GEARMAN_INVALID_MAGIC
doNormal: "" GEARMAN_INVALID_MAGIC
jobStatus: [false,false,0,0] GEARMAN_INVALID_MAGIC
ping: false GEARMAN_INVALID_MAGIC
and the next call: "H:good:1"
