<?php
require __DIR__ . '/../support.php';

class MyClient extends GearmanClient
{
    public int $calls = 0;

    public function ping(string $workload): bool
    {
        $this->calls++;
        return parent::ping($workload);
    }
}
class MyWorker extends GearmanWorker
{
    public function __construct(public string $name)
    {
        parent::__construct();
    }
}
$client = new MyClient();
$client->addServer(LOOPBACK, Gearmand::shared()->port);
attempt('a client', fn () => $client->ping('x'), $client);
show('calls', $client->calls);
$worker = new MyWorker('bob');
$worker->addServer(LOOPBACK, Gearmand::shared()->port);
attempt('a worker', fn () => $worker->ping('x'), $worker);
show('name', $worker->name);
