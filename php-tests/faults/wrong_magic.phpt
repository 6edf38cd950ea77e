--TEST--
A server that answers with a wrong magic: return code 8, the connection is dropped, the next call works
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/hostile.php';

hostile_client_call(fn () => "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
?>
--EXPECT--
doBackground: "" GEARMAN_INVALID_MAGIC
doNormal: "" GEARMAN_INVALID_MAGIC
jobStatus: [false,false,0,0] GEARMAN_INVALID_MAGIC
ping: false GEARMAN_INVALID_MAGIC
and the next call: "H:good:1"
