<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
try {
    $client->addServer(LOOPBACK, Gearmand::freePort());
} catch (GearmanException $thrown) {
    show('message', $thrown->getMessage());
    show('code', $thrown->getCode());
    show('file', basename($thrown->getFile()));
    show('line', $thrown->getLine());
    show('trace', array_map(fn ($frame) => $frame['class'] . '::' . $frame['function'], $thrown->getTrace()));
}
attempt('doBackground', fn () => $client->doBackground('f', 'x'), $client);
