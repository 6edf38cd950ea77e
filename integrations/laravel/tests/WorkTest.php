<?php

declare(strict_types=1);

namespace GearmanRs\Laravel\Tests;

use GearmanClient;

/** The connection of the README, its worker started by `php artisan queue:work`. */
final class WorkTest extends LaravelTestCase
{
    public function testUntilTheQueueIsEmpty(): void
    {
        array_map($this->push(...), ['anna', 'bert', 'carl']);
        self::assertEndsWell($this->work('--stop-when-empty'));
        self::assertSame(['anna', 'bert', 'carl'], $this->lines('sent'));
        $this->awaitQueue(0);
    }

    public function testTheLimitOfJobs(): void
    {
        array_map($this->push(...), ['anna', 'bert', 'carl']);
        self::assertEndsWell($this->work('--max-jobs=2'));
        self::assertSame(['anna', 'bert'], $this->lines('sent'));
    }

    public function testOneJob(): void
    {
        array_map($this->push(...), ['anna', 'bert']);
        self::assertEndsWell($this->work('--once'));
        self::assertSame(['anna'], $this->lines('sent'));
    }

    public function testTheFirstQueueGoesFirst(): void
    {
        $this->push('anna', '', 'low');
        $this->push('bert', '', 'high');
        self::assertEndsWell($this->work('--queue=high,low', '--max-jobs=2'));
        self::assertSame(['bert', 'anna'], $this->lines('sent'));
    }

    public function testSigtermLetsTheJobFinish(): void
    {
        $this->push('anna', 'hold');
        $this->push('bert');
        $worker = $this->work();
        eventually('the job runs', fn (): bool => $this->lines('tried') !== []);
        $worker->signal(SIGTERM);
        touch("{$this->folder}/release");
        self::assertEndsWell($worker);
        self::assertSame(['anna'], $this->lines('sent'));
        $this->awaitQueue(1);
    }

    public function testTheJobOfAKilledWorkerIsDoneByAnother(): void
    {
        $this->push('anna', 'hold');
        $worker = $this->work();
        eventually('the job runs', fn (): bool => $this->lines('tried') !== []);
        $worker->signal(SIGKILL);
        self::assertSame('signal 9', $worker->end());
        touch("{$this->folder}/release");
        self::assertEndsWell($this->work('--max-jobs=1'));
        self::assertSame(['anna'], $this->lines('sent'));
    }

    public function testAJobThatTakesTooLongIsReleasedAndItsAttemptCounted(): void
    {
        $this->push('anna', 'hold');
        self::assertSame('signal 9', $this->work('--timeout=1', '--tries=2')->end());
        self::assertSame('signal 9', $this->work('--timeout=1', '--tries=2')->end());
        self::assertSame(['anna 1', 'anna 2'], $this->lines('tried'));
        self::assertCount(1, $this->lines('failed_jobs'));
        $this->awaitQueue(0);
    }

    public function testAFailedJobIsTriedAgainAndThenRecorded(): void
    {
        $this->push('anna', 'fail once');
        $this->push('bert', 'fail');
        self::assertEndsWell($this->work('--tries=3', '--max-jobs=5'));
        self::assertSame(['anna'], $this->lines('sent'));
        self::assertSame(['bert: no way to bert'], $this->lines('given-up'));
        [$failed] = array_map(static fn (string $line): array => json_decode($line, true), $this->lines('failed_jobs'));
        self::assertSame(['gearman', 'default', 'no way to bert'], [$failed['connection'], $failed['queue'], $failed['why']]);
        self::assertSame(2, json_decode($failed['payload'], true)['attempts']);
        $this->awaitQueue(0);
    }

    public function testAJobThatGivesUpIsRecorded(): void
    {
        $this->push('anna', 'give up');
        self::assertEndsWell($this->work('--max-jobs=1', '--tries=5'));
        self::assertSame(['anna: anna is nobody'], $this->lines('given-up'));
        self::assertCount(1, $this->lines('failed_jobs'));
        self::assertSame(['anna 1'], $this->lines('tried'));
    }

    public function testAJobThatIsNoneOfLaravelsIsRecorded(): void
    {
        $client = new GearmanClient();
        $client->addServers($this->server->address());
        $client->doBackground('default', 'nonsense');
        $this->push('anna');
        self::assertEndsWell($this->work('--max-jobs=1'));
        self::assertSame('nonsense', json_decode($this->lines('failed_jobs')[0], true)['payload']);
        self::assertSame(['anna'], $this->lines('sent'));
    }
}
