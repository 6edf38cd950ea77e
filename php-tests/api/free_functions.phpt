--TEST--
The functions that belong to no object
--FILE--
<?php
require __DIR__ . '/../support/all.php';

var_dump(is_string(gearman_version()) && gearman_version() !== '', is_string(gearman_bugreport()));
foreach ([GEARMAN_VERBOSE_FATAL, GEARMAN_VERBOSE_ERROR, GEARMAN_VERBOSE_INFO, GEARMAN_VERBOSE_DEBUG, GEARMAN_VERBOSE_CRAZY] as $level) {
    echo gearman_verbose_name($level), ' ';
}
?>
--EXPECT--
bool(true)
bool(true)
FATAL ERROR INFO DEBUG CRAZY
