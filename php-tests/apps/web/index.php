<?php

// A page that uses the queue. It answers in JSON what its call returned, and which process it was.

$client = new GearmanClient();
$client->setTimeout(20000);
$client->addServer('127.0.0.1', $_GET['port'], !isset($_GET['lazy']));

$method = $_GET['method'];
$result = $client->$method($_GET['function'], $_GET['workload']);
$answer = json_encode([
    'process' => getmypid(),
    'result' => $result,
    'code' => $client->returnCode(),
    'connections' => isset($_GET['connections']) ? connections((int) $_GET['port']) : null,
]);
if (isset($_GET['exit'])) {
    exit($answer);
}
echo $answer;

/** The connections of this process to a port, each with a number that no other connection has. */
function connections(int $port): array
{
    $connections = [];
    $own = array_flip(array_map(fn (string $descriptor) => (string) @readlink($descriptor), glob('/proc/self/fd/*')));
    foreach (array_slice(file('/proc/self/net/tcp'), 1) as $line) {
        $fields = preg_split('/\s+/', trim($line));
        if (str_ends_with($fields[2], sprintf(':%04X', $port)) && isset($own["socket:[{$fields[9]}]"])) {
            // The kernel lists a connection twice when others come and go while the file is read.
            $connections[(int) $fields[9]] = true;
        }
    }
    return array_keys($connections);
}
