--TEST--
run() asks each server for its version once, and those again that are not known to be new
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test, int $number) {
    $version = [1 => "OK 2.0.1\n", 2 => "OK 1.1.20+ds\n", 3 => "OK \n"][$number];
    for ($said = ''; ($line = fread($connection, 8192)) !== '' && $line !== false;) {
        $said .= $line;
        if (str_contains($line, "version\n")) {
            fwrite($connection, $version);
        }
        for ($i = substr_count($line, "\0REQ\0\0\0\x1e"); $i > 0; $i--) {
            fwrite($connection, Packet::response(GEARMAN_COMMAND_NO_JOB));
        }
    }
    $test->send([substr_count($said, "version\n"), substr_count($said, "\0REQ\0\0\0\x1e")]);
});
for ($i = 0; $i < 3; $i++) {
    $worker = new GearmanRs\Worker();
    $worker->addServer('127.0.0.1', $server->port, false);
    $worker->addFunction('f', fn () => null);
    echo $worker->run(idle: 1.5), ' ';
    unset($worker);
    [$versions, $grabs] = $server->receive();
    echo $versions, ' ', $grabs > 1 ? 'again' : 'once', "\n";
}
?>
--EXPECT--
idle 1 once
idle 1 again
idle 1 again
