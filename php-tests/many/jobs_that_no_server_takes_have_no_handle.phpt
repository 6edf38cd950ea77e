--TEST--
When the only server goes away for good, what it has taken has a handle and the rest has none
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** Answers what is queued, up to a number of jobs, and then closes this connection and every further one. */
function server_that_takes(int $jobs): ScriptedServer
{
    return ScriptedServer::start(function ($connection, Child $test, int $number) use ($jobs) {
        for ($job = 1; $number === 1 && $job <= $jobs; $job++) {
            $packet = Packet::read($connection);
            while ($packet->type === GEARMAN_COMMAND_OPTION_REQ) {
                fwrite($connection, Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments));
                $packet = Packet::read($connection);
            }
            fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, "H:first:{$job}"));
        }
    });
}

$read = 0;
$server = server_that_takes(3);
$client = new GearmanRs\Client();
$client->setTimeout(200);
$client->addServer('127.0.0.1', $server->port);
$handles = @$client->doBackgroundMany('function', (function () use (&$read) {
    for (; $read < 3000; $read++) {
        yield 'x';
    }
})());
var_dump($read, count($handles), array_slice($handles, 0, 4), array_unique(array_slice($handles, 3)));
var_dump($client->returnCode() !== GEARMAN_SUCCESS);
?>
--EXPECT--
int(3000)
int(3000)
array(4) {
  [0]=>
  string(9) "H:first:1"
  [1]=>
  string(9) "H:first:2"
  [2]=>
  string(9) "H:first:3"
  [3]=>
  string(0) ""
}
array(1) {
  [0]=>
  string(0) ""
}
bool(true)
