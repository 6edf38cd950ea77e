--TEST--
A list that never ends takes no more than 128 MiB, and is refused
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = TextServer::start(function (string $command, $connection) {
    $rows = str_repeat(str_repeat('x', 10_000) . "\t0\t0\t0\n", 100);
    while (@fwrite($connection, $rows) > 0);
    return null;
});
$before = peak_kibibytes();
show('status', administrator($server)->status(...), ['SERVER' => $server->address()]);
$grown = peak_kibibytes() - $before;
var_dump($grown < 400 * 1024 ?: $grown);
?>
--EXPECT--
status: {"SERVER":null}
GearmanRs\Admin::status(): status(GEARMAN_INVALID_PACKET) SERVER: the answer to 'status' takes over 134217728 bytes
bool(true)
