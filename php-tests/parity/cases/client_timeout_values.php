<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
foreach ([0, 1, 1500, -1, -2, 2147483647] as $milliseconds) {
    show("setTimeout {$milliseconds}", [$client->setTimeout($milliseconds), $client->timeout()]);
}
