<?php

declare(strict_types=1);

/** Where a load runs: which server, which function, and what it sends. */
final readonly class Scene
{
    public string $workload;

    public function __construct(public int $port, public string $function, int $size)
    {
        $this->workload = str_repeat('x', $size);
    }

    public function client(): GearmanClient
    {
        $client = new GearmanClient();
        $client->addServer('127.0.0.1', $this->port);
        return $client;
    }

    /**
     * @template T of GearmanWorker
     * @param T $worker
     * @return T
     */
    public function worker(callable $callback, GearmanWorker $worker = new GearmanWorker()): GearmanWorker
    {
        $worker->addServer('127.0.0.1', $this->port);
        $worker->addFunction($this->function, $callback);
        return $worker;
    }
}

/** An error ends the measurement, and the one who started it hears of it. */
function fail(string $what): never
{
    fwrite(STDERR, "{$what}\n");
    exit(1);
}
