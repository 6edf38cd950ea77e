<?php

// The page of a web application that queues one job: ?port=PORT&function=FUNCTION

$client = new GearmanClient();
$client->addServer('127.0.0.1', $_GET['port']);
$client->doBackground($_GET['function'], str_repeat('x', 64));
echo $client->returnCode() === GEARMAN_SUCCESS ? 'queued' : $client->error();
