--TEST--
Jobs that a server had not acknowledged when it went away are submitted to the next one
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

$first = server_that_takes(10);
$second = Gearmand::start();
$client = new GearmanRs\Client();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->addServer('127.0.0.1', $first->port);
$client->addServer($second->host, $second->port);
$handles = $client->doBackgroundMany('function', range(1, 5000));
$count = array_count_values(array_map(fn (string $handle) => str_starts_with($handle, 'H:first:') ? 'first' : 'second', $handles));
ksort($count);
echo json_encode($count), ' ', count(array_unique($handles)), "\n";
var_dump($client->returnCode(), $second->admin->queue('function')['jobs']);
?>
--EXPECT--
{"first":10,"second":4990} 5000
int(0)
int(4990)
