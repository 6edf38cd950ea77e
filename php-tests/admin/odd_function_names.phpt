--TEST--
Function names may be any bytes of a line; one that is written as an int is one in PHP
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
foreach (["tab\tin it", "\xFF\xFE", 'a space', '123', '0x1', '.', 'OK'] as $function) {
    client($server)->doBackground($function, 'x');
}
$functions = array_keys(administrator($server)->status()[$server->address()]);
usort($functions, fn (string|int $one, string|int $other) => strcmp("{$one}", "{$other}"));
foreach ($functions as $function) {
    var_dump(is_string($function) ? addcslashes($function, "\0..\37\177..\377") : $function);
}
?>
--EXPECT--
string(1) "."
string(3) "0x1"
int(123)
string(2) "OK"
string(7) "a space"
string(10) "tab\tin it"
string(8) "\377\376"
