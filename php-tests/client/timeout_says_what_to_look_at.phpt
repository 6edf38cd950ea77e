--TEST--
The warning of a timeout tells a job that nobody does from a server that takes none
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
foreach (['taken', 'not taken'] as $case) {
    $client = new GearmanClient();
    $client->addServer($server->host, $server->port, false);
    $client->setTimeout(300);
    if ($case === 'not taken') {
        $server->hang();
    }
    var_dump(@$client->doNormal('nobody-does-it', $case), preg_replace('/\d+\.\d+\.\d+\.\d+:\d+/', 'HOST', $client->error()));
}
?>
--EXPECT--
string(0) ""
string(120) "doNormal(GEARMAN_TIMEOUT) HOST: no answer within 300 ms (a job was taken and is not finished: is there a worker for it?)"
string(0) ""
string(91) "doNormal(GEARMAN_TIMEOUT) HOST: no answer within 300 ms (is it a gearmand, and is it well?)"
