--TEST--
A server that closes at once, or in the middle of a line, costs only its own entry
--FILE--
<?php
require __DIR__ . '/admin.inc';

$closes = fn (string $first) => TextServer::start(function (string $command, $connection) use ($first) {
    fwrite($connection, $first);
    return null;
});
[$at_once, $in_a_line, $live] = [$closes(''), $closes("f\t1\t"), Gearmand::start()];
$names = ['AT ONCE' => $at_once->address(), 'IN A LINE' => $in_a_line->address(), 'LIVE' => $live->address()];
$admin = administrator($at_once, $in_a_line, $live);
show('status', $admin->status(...), $names);
?>
--EXPECT--
status: {"AT ONCE":null,"IN A LINE":null,"LIVE":[]}
GearmanRs\Admin::status(): status(GEARMAN_LOST_CONNECTION) AT ONCE: the server closed the connection (did gearmand end? its log may say why)
GearmanRs\Admin::status(): status(GEARMAN_LOST_CONNECTION) IN A LINE: the server closed the connection in the middle of a packet (did gearmand end? its log may say why)
