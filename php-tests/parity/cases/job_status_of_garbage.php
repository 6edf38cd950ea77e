<?php
require __DIR__ . '/../support.php';

$client = client();
foreach (['H:', 'x', 'H:host', 'H:host:abc', '::'] as $handle) {
    attempt($handle, fn () => $client->jobStatus($handle), $client);
}
