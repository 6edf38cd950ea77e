--TEST--
The module is called gearman and says 2.2.1, whatever its file is called
--FILE--
<?php
require __DIR__ . '/../support/all.php';

var_dump(extension_loaded('gearman'), phpversion('gearman'));
var_dump(version_compare(phpversion('gearman'), '2.1.0', '>='));
?>
--EXPECT--
bool(true)
string(5) "2.2.1"
bool(true)
