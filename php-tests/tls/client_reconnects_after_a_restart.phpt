--TEST--
A TLS gearmand that was restarted between two calls is reached again, without a warning
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$calls = [
    'ping' => fn (GearmanClient $client) => $client->ping('x'),
    'jobStatus' => fn (GearmanClient $client) => json_encode($client->jobStatus('H:host:1')),
    'doBackground' => fn (GearmanClient $client) => $client->doBackground('function', 'x') !== '',
];
foreach (['kill', 'stop'] as $end) {
    foreach ($calls as $call) {
        $client = tls_client($server);
        $client->ping('connected');
        $server->$end();
        $server->restart();
        var_dump($call($client), $client->returnCode());
    }
    var_dump($server->admin->jobs('function'));
}
?>
--EXPECT--
bool(true)
int(0)
string(17) "[false,false,0,0]"
int(0)
bool(true)
int(0)
int(1)
bool(true)
int(0)
string(17) "[false,false,0,0]"
int(0)
bool(true)
int(0)
int(1)
