--TEST--
A server that goes on and on, row by row, is not listened to for longer than the timeout
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = TextServer::start(function (string $command, $connection) {
    while (@fwrite($connection, "f\t0\t0\t0\n") > 0) {
        usleep(5000);
    }
    return null;
});
$admin = new GearmanRs\Admin($server->address(), 200);
show('status', $admin->status(...), ['SERVER' => $server->address()]);
?>
--EXPECT--
status: {"SERVER":null}
GearmanRs\Admin::status(): status(GEARMAN_TIMEOUT) SERVER: no answer within 200 ms
