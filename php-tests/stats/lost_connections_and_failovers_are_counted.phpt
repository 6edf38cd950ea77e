--TEST--
Connections that servers end are counted, and what is sent again
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** What has changed since the last call, but for the bytes. */
function changes(): string
{
    static $before = null;
    $before ??= GearmanRs\stats();
    $now = array_diff_key(GearmanRs\stats(), ['bytes_in' => 0, 'bytes_out' => 0]);
    $changes = array_filter(array_map(fn (string $name) => $now[$name] - $before[$name], array_combine(array_keys($now), array_keys($now))));
    $before = $now;
    return json_encode($changes);
}

changes();
$first = ScriptedServer::start(function ($connection) {
    while (Packet::read($connection)->type === GEARMAN_COMMAND_OPTION_REQ) {
    }
});
$second = Gearmand::start();
$client = new GearmanClient();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $first->port, false);
$client->addServer($second->host, $second->port, false);
var_dump($client->doBackground('function', 'x') !== '');
$changes = json_decode(changes(), true);
var_dump($changes['connections_lost'] > 0, $changes['failovers'] > 0, $changes['jobs_submitted']);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
int(1)
