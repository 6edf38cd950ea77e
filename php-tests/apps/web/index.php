<?php

// A page that uses the queue. It answers in JSON what its call returned, and which process it was.

$client = new GearmanClient();
$client->setTimeout(20000);
$client->addServer('127.0.0.1', $_GET['port'], !isset($_GET['lazy']));

$method = $_GET['method'];
$result = $client->$method($_GET['function'], $_GET['workload']);
$answer = json_encode(['process' => getmypid(), 'result' => $result, 'code' => $client->returnCode()]);
if (isset($_GET['exit'])) {
    exit($answer);
}
echo $answer;
