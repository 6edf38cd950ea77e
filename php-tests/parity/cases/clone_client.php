<?php
require __DIR__ . '/../support.php';

$client = client();
attempt('clone', fn () => clone $client);
