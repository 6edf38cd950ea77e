<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('__destruct', fn () => $client->__destruct());
attempt('ping', fn () => $client->ping('x'));
