--TEST--
Progress that is no number, or one too great, does no harm
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$answers = [['many', '-'], ['99999999999999999999999', '-1'], ['', '']];
foreach ($answers as [$numerator, $denominator]) {
    $server = ScriptedServer::answering(
        fn (Packet $request) => Packet::response(GEARMAN_COMMAND_STATUS_RES, $request->arguments[0], '1', '1', $numerator, $denominator)
    );
    $client = new GearmanClient();
    $client->setTimeout(DEADLINE_MILLISECONDS);
    $client->addServer('127.0.0.1', $server->port);
    $status = @$client->jobStatus('H:host:1');
    var_dump(array_map('gettype', $status) === ['boolean', 'boolean', 'integer', 'integer']);
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
