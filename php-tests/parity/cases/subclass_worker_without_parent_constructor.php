<?php
require __DIR__ . '/../support.php';

class Lazy extends GearmanWorker
{
    public function __construct()
    {
    }
}
$worker = new Lazy();
attempt('addServer', fn () => $worker->addServer(LOOPBACK, Gearmand::shared()->port), $worker);
attempt('ping', fn () => $worker->ping('x'), $worker);
show('options', $worker->options());
