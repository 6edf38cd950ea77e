<?php

declare(strict_types=1);

namespace GearmanRs\Tests;

use GearmanJob;
use GearmanWorker;

final class StatusTest extends GearmanTestCase
{
    public function testTheLifeOfAJob(): void
    {
        $client = $this->client();
        $handle = $client->doBackground('import', 'file', 'file of today');
        self::assertSame([true, false, 0, 0], $client->jobStatus($handle));
        self::assertSame([true, false, 0, 0], $client->jobStatusByUniqueKey('file of today'));

        $worker = new GearmanWorker();
        $worker->addServers($this->server->address());
        $worker->setTimeout(20_000);
        $worker->addFunction('import', function (GearmanJob $job) use ($client, $handle): void {
            $job->sendStatus(1, 3);
            eventually('the status arrives', fn () => $client->jobStatus($handle) === [true, true, 1, 3]);
        });
        self::assertTrue($worker->work());
        eventually('the job is over', fn () => $client->jobStatus($handle) === [false, false, 0, 0]);
    }

    public function testAnUnknownJob(): void
    {
        $client = $this->client();
        self::assertSame([false, false, 0, 0], $client->jobStatus('H:nowhere:1'));
        self::assertSame([false, false, 0, 0], $client->jobStatusByUniqueKey('nothing'));
        self::assertSame(GEARMAN_SUCCESS, $client->returnCode());
    }

    public function testAServerThatAnswers(): void
    {
        self::assertTrue($this->client()->ping('are you there?'));
    }
}
