<?php

declare(strict_types=1);

namespace GearmanRs\Tests;

use Gearmand;
use GearmanClient;
use PHPUnit\Framework\TestCase;

abstract class GearmanTestCase extends TestCase
{
    protected Gearmand $server;

    /** @var list<WorkerProcess> */
    private array $workers = [];

    protected function setUp(): void
    {
        $this->server = Gearmand::start();
    }

    protected function tearDown(): void
    {
        foreach ($this->workers as $worker) {
            $worker->kill();
        }
        Gearmand::killAll();
    }

    protected function client(Gearmand ...$servers): GearmanClient
    {
        $addresses = array_map(fn (Gearmand $server) => $server->address(), $servers ?: [$this->server]);
        $client = new GearmanClient();
        $client->addServers(implode(',', $addresses));
        $client->setTimeout(20_000);
        return $client;
    }

    protected function startWorker(Gearmand ...$servers): WorkerProcess
    {
        $addresses = array_map(fn (Gearmand $server) => $server->address(), $servers ?: [$this->server]);
        return $this->workers[] = new WorkerProcess(implode(',', $addresses));
    }
}
