--TEST--
Every setting is there with its default
--FILE--
<?php
require __DIR__ . '/../support/all.php';

echo json_encode([
    ini_get('gearman.connect_timeout'),
    (bool) ini_get('gearman.require_all_servers'),
    ini_get('gearman.exception_format'),
    ini_get('gearman.prefetch'),
    ini_get('gearman.server_selection'),
    ini_get('gearman.regrab_interval'),
    (bool) ini_get('gearman.persistent'),
    ini_get('gearman.persistent_idle'),
    ini_get('gearman.persistent_max'),
    ini_get('gearman.trace'),
    ini_get('gearman.trace_payload'),
]), "\n";
?>
--EXPECT--
["2000",false,"text","0","ordered","0",false,"60","4","","0"]
