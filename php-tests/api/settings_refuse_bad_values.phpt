--TEST--
A bad value is refused with a warning, and the old one stays
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$bad = [
    'gearman.connect_timeout' => ['soon', '-1', '10 apples', ''],
    'gearman.exception_format' => ['xml', 'JSONP', ''],
    'gearman.prefetch' => ['-1', '65', 'many', '1.5', ''],
    'gearman.server_selection' => ['', 'SPREAD', '1'],
    'gearman.regrab_interval' => ['-1', '86400001', 'soon', '0.5', ''],
    'gearman.persistent' => ['2', '-1', 'maybe'],
    'gearman.persistent_idle' => ['0', '-1', '86401', '1 minute', ''],
    'gearman.persistent_max' => ['0', '-1', '1001', 'all', ''],
    'gearman.trace_payload' => ['-1', '65537', 'all', ''],
];
foreach ($bad as $name => $values) {
    foreach ($values as $value) {
        var_dump(ini_set($name, $value));
    }
    var_dump(ini_get($name));
}
?>
--EXPECTF--
Warning: %Sgearman.connect_timeout%S in %s on line %d
bool(false)

Warning: %Sgearman.connect_timeout%S in %s on line %d
bool(false)

Warning: %Sgearman.connect_timeout%S in %s on line %d
bool(false)

Warning: %Sgearman.connect_timeout%S in %s on line %d
bool(false)
string(4) "2000"

Warning: %Sgearman.exception_format%S in %s on line %d
bool(false)

Warning: %Sgearman.exception_format%S in %s on line %d
bool(false)

Warning: %Sgearman.exception_format%S in %s on line %d
bool(false)
string(4) "text"

Warning: %Sgearman.prefetch%S in %s on line %d
bool(false)

Warning: %Sgearman.prefetch%S in %s on line %d
bool(false)

Warning: %Sgearman.prefetch%S in %s on line %d
bool(false)

Warning: %Sgearman.prefetch%S in %s on line %d
bool(false)

Warning: %Sgearman.prefetch%S in %s on line %d
bool(false)
string(1) "0"

Warning: %Sgearman.server_selection must be ordered or spread, %s in %s on line %d
bool(false)

Warning: %Sgearman.server_selection must be ordered or spread, %s in %s on line %d
bool(false)

Warning: %Sgearman.server_selection must be ordered or spread, %s in %s on line %d
bool(false)
string(7) "ordered"

Warning: %Sgearman.regrab_interval must be %s in %s on line %d
bool(false)

Warning: %Sgearman.regrab_interval must be %s in %s on line %d
bool(false)

Warning: %Sgearman.regrab_interval must be %s in %s on line %d
bool(false)

Warning: %Sgearman.regrab_interval must be %s in %s on line %d
bool(false)

Warning: %Sgearman.regrab_interval must be %s in %s on line %d
bool(false)
string(1) "0"

Warning: %Sgearman.persistent must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent must be %s in %s on line %d
bool(false)
string(1) "0"

Warning: %Sgearman.persistent_idle must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent_idle must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent_idle must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent_idle must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent_idle must be %s in %s on line %d
bool(false)
string(2) "60"

Warning: %Sgearman.persistent_max must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent_max must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent_max must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent_max must be %s in %s on line %d
bool(false)

Warning: %Sgearman.persistent_max must be %s in %s on line %d
bool(false)
string(1) "4"

Warning: %Sgearman.trace_payload must be a number of bytes from 0 to 65536, %s in %s on line %d
bool(false)

Warning: %Sgearman.trace_payload must be a number of bytes from 0 to 65536, %s in %s on line %d
bool(false)

Warning: %Sgearman.trace_payload must be a number of bytes from 0 to 65536, %s in %s on line %d
bool(false)

Warning: %Sgearman.trace_payload must be a number of bytes from 0 to 65536, %s in %s on line %d
bool(false)
string(1) "0"
