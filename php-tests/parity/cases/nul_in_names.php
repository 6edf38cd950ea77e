<?php
require __DIR__ . '/../support.php';

$client = client();
$name = unique_name('f');
attempt('function', fn () => $client->doBackground("{$name}\0x", 'x') !== '', $client);
show('the first half was queued', queue($name)['jobs'] > 0);
attempt('unique', fn () => $client->doBackground($name . 'b', 'x', "u\0u") !== '', $client);
$worker = worker();
attempt('register', fn () => $worker->register("{$name}\0x"), $worker);
attempt('addFunction', fn () => $worker->addFunction("{$name}\0x", fn () => ''), $worker);
