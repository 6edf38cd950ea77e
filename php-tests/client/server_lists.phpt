--TEST--
addServers() takes hosts with and without ports, IPv6 in brackets, commas, and spaces around them
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$lists = [
    "127.0.0.1:{$server->port}",
    "localhost:{$server->port}",
    "[::1]:1,127.0.0.1:{$server->port}",
    " 127.0.0.1:{$server->port} ",
    "127.0.0.1:1 , 127.0.0.1:{$server->port}",
];
foreach ($lists as $list) {
    $client = new GearmanClient();
    var_dump($client->addServers($list, false) && $client->ping('x'));
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
