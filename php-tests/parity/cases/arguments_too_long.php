<?php
require __DIR__ . '/../support.php';

$client = client();
$name = unique_name('f');
attempt('function of 512', fn () => $client->doBackground(str_pad($name, 512, 'f'), 'x') !== '', $client);
attempt('function of 513', fn () => $client->doBackground(str_pad($name, 513, 'f'), 'x'), $client);
attempt('unique of 63', fn () => $client->doBackground($name, 'x', str_repeat('u', 63)) !== '', $client);
attempt('unique of 64', fn () => $client->doBackground($name, 'x', str_repeat('u', 64)) !== '', $client);
attempt('unique of 65', fn () => $client->doBackground($name, 'x', str_repeat('u', 65)), $client);
attempt('function empty', fn () => $client->doBackground('', 'x'), $client);
attempt('function empty, doNormal', fn () => $client->doNormal('', 'x'), $client);
attempt('unique of 65, doNormal', fn () => $client->doNormal($name, 'x', str_repeat('u', 65)), $client);
show('error', named_code($client->error()));
attempt('unique of 65, jobStatusByUniqueKey', fn () => $client->jobStatusByUniqueKey(str_repeat('u', 65)), $client);
