<?php

declare(strict_types=1);

namespace GearmanRs\Laravel\Tests;

use App\SendMail;
use GearmanRs\Queue\InvalidSetting;
use GearmanRs\Queue\ServerFailed;

/** What needs gearman_rs. */
final class GearmanRsTest extends LaravelTestCase
{
    public function testALaterJobComesNotBeforeItsTime(): void
    {
        $due = microtime(true) + 1;
        $this->connection()->later(1, new SendMail('anna'));
        self::assertSame(1, $this->queue()['jobs']);
        $this->popOne();
        self::assertGreaterThanOrEqual($due, microtime(true));
    }

    public function testALaterJobTakesDates(): void
    {
        $this->connection()->later(new \DateTimeImmutable('-1 hour'), new SendMail('anna'));
        $this->connection()->later(new \DateInterval('PT1H'), new SendMail('bert'));
        $this->connection()->later('3600', new SendMail('carl'));
        self::assertStringContainsString('anna', $this->popOne()->getRawBody());
        self::assertNull($this->connection()->pop());
        self::assertSame(3, $this->queue()['jobs']);
    }

    public function testJobsOfABulkHaveTheirOwnDelay(): void
    {
        $this->connection()->bulk([(new SendMail('anna'))->delay(3600), new SendMail('bert')]);
        self::assertStringContainsString('bert', $this->popOne()->getRawBody());
        self::assertNull($this->connection()->pop());
    }

    public function testAJobReleasesItselfForLater(): void
    {
        $this->push('anna', 'release');
        self::assertEndsWell($this->work('--max-jobs=3', '--tries=3'));
        self::assertSame(['anna 1', 'anna 2', 'anna 3'], $this->lines('tried'));
        self::assertSame(['anna'], $this->lines('sent'));
        $this->awaitQueue(0);
    }

    public function testAFailedJobIsTriedAgainLater(): void
    {
        $this->push('anna', 'fail once');
        self::assertEndsWell($this->work('--max-jobs=2', '--tries=3', '--backoff=1'));
        self::assertSame(['anna 1', 'anna 2'], $this->lines('tried'));
        self::assertSame(['anna'], $this->lines('sent'));
    }

    public function testADelayThatIsTooLong(): void
    {
        self::assertThrows(InvalidSetting::class, 'is too long for Gearman', fn () => $this->connection()->later(PHP_INT_MAX, new SendMail('anna')));
        $this->push('anna');
        $job = $this->popOne();
        self::assertThrows(InvalidSetting::class, 'is too long for Gearman', static fn () => $job->release(PHP_INT_MAX));
        self::assertTrue($job->hasFailed());
        $this->awaitQueue(0);
    }

    public function testSizes(): void
    {
        self::assertSame(0, $this->connection()->size('fresh'));
        array_map($this->push(...), ['anna', 'bert']);
        $this->connection()->later(3600, new SendMail('carl'));
        $job = $this->popOne();
        $queue = $this->connection();
        self::assertSame([3, 2, 0, 1, null], [$queue->size(), $queue->pendingSize(), $queue->delayedSize(), $queue->reservedSize(), $queue->creationTimeOfOldestPendingJob()]);
        $job->delete();
        $this->server->kill();
        self::assertThrows(ServerFailed::class, $this->server->address(), static fn () => $queue->size());
    }
}
