<?php

declare(strict_types=1);

namespace GearmanRs\Tests;

use GearmanJob;
use GearmanWorker;

final class BackgroundTest extends GearmanTestCase
{
    public function testAJobWaitsForAWorker(): void
    {
        $handle = $this->client()->doBackground('mail', 'to somebody');
        self::assertMatchesRegularExpression('/^H:.+:\d+$/', $handle);
        self::assertSame(1, $this->server->admin->queue('mail')['jobs']);
        self::assertSame(['to somebody'], $this->drain('mail', 1));
    }

    public function testUrgentJobsOvertake(): void
    {
        $client = $this->client();
        $client->doLowBackground('mail', 'newsletter');
        $client->doBackground('mail', 'invoice');
        $client->doHighBackground('mail', 'password');
        self::assertSame(['password', 'invoice', 'newsletter'], $this->drain('mail', 3));
    }

    public function testAUniqueJobIsQueuedOnce(): void
    {
        $client = $this->client();
        $first = $client->doBackground('mail', 'reminder', 'reminder of today');
        self::assertSame($first, $client->doBackground('mail', 'reminder', 'reminder of today'));
        self::assertSame(['reminder'], $this->drain('mail', 1));
        self::assertSame(0, $this->server->admin->queue('mail')['jobs']);
    }

    public function testAWorkerInAnotherProcessEmptiesTheQueue(): void
    {
        $client = $this->client();
        for ($i = 0; $i < 500; $i++) {
            $client->doBackground('reverse', "job {$i}");
        }
        $this->startWorker();
        eventually('the queue is empty', fn () => $this->server->admin->queue('reverse')['jobs'] === 0);
        self::assertGreaterThan(0, $this->server->admin->queue('reverse')['workers']);
    }

    /** @return list<string> the workloads, in the order in which a worker gets them */
    private function drain(string $function, int $jobs): array
    {
        $seen = [];
        $worker = new GearmanWorker();
        $worker->addServers($this->server->address());
        $worker->setTimeout(20_000);
        $worker->addFunction($function, function (GearmanJob $job) use (&$seen): void {
            $seen[] = $job->workload();
        });
        for ($i = 0; $i < $jobs; $i++) {
            self::assertTrue($worker->work());
        }
        // The last completion is on its way when work() returns. A ping on the same connection comes after it.
        self::assertTrue($worker->ping('done'));
        return $seen;
    }
}
