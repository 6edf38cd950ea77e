<?php
require __DIR__ . '/../support.php';

$lists = [
    ':4730', '127.0.0.1:', '127.0.0.1:abc', '127.0.0.1:0', '127.0.0.1:70000', '127.0.0.1:-1', ',',
    '127.0.0.1,,127.0.0.1', '[::1', '[::1]:x', '::1', ' 127.0.0.1 ',
];
foreach ($lists as $list) {
    $client = new GearmanClient();
    attempt("'{$list}'", fn () => $client->addServers($list, false), $client);
}
