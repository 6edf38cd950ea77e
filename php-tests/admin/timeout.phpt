--TEST--
Servers that say nothing, or only half a line, end at the timeout; the others have answered, and nothing is late for the next call
--FILE--
<?php
require __DIR__ . '/admin.inc';

$silent = fn (string $first) => TextServer::start(function (string $command, $connection, Child $test) use ($first) {
    if ($command === 'version') {
        return "OK 1\n" . TextServer::FENCE;
    }
    fwrite($connection, $first);
    // The rest comes when nobody waits for it any more.
    $test->receive();
    return "late\t0\t0\t0\n.\n" . TextServer::FENCE;
});
[$nothing, $half, $live, $hole] = [$silent(''), $silent("f\t1"), Gearmand::start(), black_hole()];
$hole_address = "127.0.0.1:{$hole->port}";
$names = ['NOTHING' => $nothing->address(), 'HALF' => $half->address(), 'LIVE' => $live->address(), 'HOLE' => $hole_address];
ini_set('gearman.connect_timeout', (string) DEADLINE_MILLISECONDS);
$admin = new GearmanRs\Admin(implode(',', $names), 200);
show('status', $admin->status(...), $names);
foreach ([$nothing, $half] as $server) {
    $server->server->send('go on');
    $version = eventually('it is there again', fn () => @$admin->versions()[$server->address()]);
    var_dump($version);
}
?>
--EXPECT--
status: {"NOTHING":null,"HALF":null,"LIVE":[],"HOLE":null}
GearmanRs\Admin::status(): status(GEARMAN_TIMEOUT) NOTHING: no answer within 200 ms
GearmanRs\Admin::status(): status(GEARMAN_TIMEOUT) HALF: no answer within 200 ms
GearmanRs\Admin::status(): status(GEARMAN_TIMEOUT) HOLE: no answer within 200 ms
string(1) "1"
string(1) "1"
