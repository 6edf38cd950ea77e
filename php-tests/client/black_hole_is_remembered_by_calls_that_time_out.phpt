--TEST--
A server that does not answer is met by one request only, though each has a client of its own and less time than a connection may take
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('request');
$mute = ScriptedServer::start(fn ($connection) => stream_get_contents($connection));
$kinds = [
    'swallows connections' => [black_hole(), fn (GearmanClient $client) => null],
    'takes them and is mute' => [$mute, fn (GearmanClient $client) => null],
];
foreach ($kinds as $kind => [$hole, $prepare]) {
    $codes = [];
    for ($request = 0; $request < 6; $request++) {
        $client = new GearmanClient();
        $client->addServer('127.0.0.1', $hole->port, false);
        $client->addServer('127.0.0.1', Gearmand::shared()->port, false);
        $client->setTimeout(100);
        $client->addTaskBackground($function, 'x');
        @$client->runTasks();
        $codes[] = $client->returnCode();
    }
    echo "{$kind}: ", implode(' ', $codes), "\n";
}
var_dump(Gearmand::shared()->admin->queue($function)['jobs'] >= 10);
?>
--EXPECT--
swallows connections: 47 0 0 0 0 0
takes them and is mute: 47 0 0 0 0 0
bool(true)
