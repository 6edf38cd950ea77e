--TEST--
uniqueJobs() lists the keys, whatever they are made of
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$keys = ['mail-7', 'with space', "\xFF\xFE", '.', 'ERR x', 'OK', '0'];
foreach ($keys as $key) {
    client($server)->doBackground('nobody', 'x', $key);
}
$seen = administrator($server)->uniqueJobs()[$server->address()];
sort($keys, SORT_STRING);
sort($seen, SORT_STRING);
var_dump($seen === $keys);
?>
--EXPECT--
bool(true)
