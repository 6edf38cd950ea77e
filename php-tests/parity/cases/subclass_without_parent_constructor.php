<?php
require __DIR__ . '/../support.php';

class Lazy extends GearmanClient
{
    public function __construct()
    {
    }
}
$client = new Lazy();
attempt('addServer', fn () => $client->addServer(LOOPBACK, Gearmand::shared()->port), $client);
attempt('ping', fn () => $client->ping('x'), $client);
show('options', $client->options());
