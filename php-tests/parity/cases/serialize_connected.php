<?php
require __DIR__ . '/../support.php';

$client = client();
$client->ping('x');
$text = serialize($client);
show('text', $text);
$again = unserialize($text);
attempt('ping', fn () => $again->ping('x'), $again);
attempt('addServer', fn () => $again->addServer(LOOPBACK, Gearmand::shared()->port), $again);
attempt('ping', fn () => $again->ping('x'), $again);
