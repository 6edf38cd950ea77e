<?php

declare(strict_types=1);

namespace GearmanRs\Tests;

final class RoundtripTest extends GearmanTestCase
{
    public function testTheClientGetsTheWorkersResult(): void
    {
        $this->startWorker();
        $client = $this->client();
        self::assertSame('!dlrow olleH', $client->doNormal('reverse', 'Hello world!'));
        self::assertSame(GEARMAN_SUCCESS, $client->returnCode());
    }

    public function testEveryPriorityGetsAResult(): void
    {
        $this->startWorker();
        $client = $this->client();
        foreach (['doNormal', 'doHigh', 'doLow'] as $method) {
            self::assertSame(strrev($method), $client->$method('reverse', $method));
        }
    }

    public function testChunksAndResultArriveAsOne(): void
    {
        $this->startWorker();
        self::assertSame('chunky.', $this->client()->doNormal('chunks', 'chunky'));
    }

    public function testAMegabyteOfBinaryDataSurvives(): void
    {
        $this->startWorker();
        $workload = random_bytes(1_000_000);
        self::assertSame(md5(strrev($workload)), md5($this->client()->doNormal('reverse', $workload)));
    }

    public function testAFailedJobIsAReturnCode(): void
    {
        $this->startWorker();
        $client = $this->client();
        self::assertSame('', $client->doNormal('fail', 'x'));
        self::assertSame(GEARMAN_WORK_FAIL, $client->returnCode());
        self::assertSame('cba', $client->doNormal('reverse', 'abc'));
    }

    public function testAThrowingWorkerIsAReturnCodeAndTheWorkerGoesOn(): void
    {
        $this->startWorker();
        $client = $this->client();
        for ($i = 0; $i < 3; $i++) {
            self::assertSame('', $client->doNormal('throw', 'x'));
            self::assertSame(GEARMAN_WORK_EXCEPTION, $client->returnCode());
            self::assertSame('cba', $client->doNormal('reverse', 'abc'));
        }
    }

    public function testAJobWhoseWorkerDiesIsDoneByTheNextWorker(): void
    {
        $this->startWorker();
        $client = $this->client();
        $handle = $client->doBackground('die', 'x');
        eventually('the worker has died', fn () => $this->server->admin->workersOf('die') === []);
        self::assertSame([true, false, 0, 0], $client->jobStatus($handle));
    }

    public function testHundredJobsOverThreeWorkers(): void
    {
        $this->startWorker();
        $this->startWorker();
        $this->startWorker();
        $client = $this->client();
        for ($i = 0; $i < 100; $i++) {
            self::assertSame(strrev("job {$i}"), $client->doNormal('reverse', "job {$i}"));
        }
    }
}
