--TEST--
A good value is taken at run time, and restored
--FILE--
<?php
require __DIR__ . '/../support/all.php';

var_dump(ini_set('gearman.connect_timeout', '500'), ini_get('gearman.connect_timeout'));
var_dump(ini_set('gearman.exception_format', 'json'), ini_get('gearman.exception_format'));
var_dump(ini_set('gearman.require_all_servers', '1'), (bool) ini_get('gearman.require_all_servers'));
var_dump(ini_set('gearman.prefetch', '64'), ini_set('gearman.prefetch', '0'));
var_dump(ini_set('gearman.server_selection', 'spread'), ini_set('gearman.server_selection', 'ordered'));
var_dump(ini_set('gearman.regrab_interval', '86400000'), ini_set('gearman.regrab_interval', '0'));
var_dump(ini_set('gearman.persistent', '1'), ini_set('gearman.persistent', '0'));
var_dump(ini_set('gearman.persistent_idle', '86400'), ini_set('gearman.persistent_idle', '1'));
var_dump(ini_set('gearman.persistent_max', '1000'), ini_set('gearman.persistent_max', '1'));
ini_restore('gearman.connect_timeout');
var_dump(ini_get('gearman.connect_timeout'));
?>
--EXPECT--
string(4) "2000"
string(3) "500"
string(4) "text"
string(4) "json"
string(1) "0"
bool(true)
string(1) "0"
string(2) "64"
string(7) "ordered"
string(6) "spread"
string(1) "0"
string(8) "86400000"
string(1) "0"
string(1) "1"
string(2) "60"
string(5) "86400"
string(1) "4"
string(4) "1000"
string(4) "2000"
