<?php
require __DIR__ . '/../support.php';

$port = Gearmand::shared()->port;
$lists = [
    'one' => "127.0.0.1:{$port}",
    'a name' => "localhost:{$port}",
];
foreach ($lists as $name => $list) {
    $client = new GearmanClient();
    attempt("{$name}: addServers", fn () => $client->addServers($list), $client);
    attempt("{$name}: ping", fn () => $client->ping('x'), $client);
}
