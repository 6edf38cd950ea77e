<?php

declare(strict_types=1);

namespace GearmanRs\Laravel\Tests;

use App\SendMail;
use GearmanRs\Queue\NeedsGearmanRs;

/** What php-gearman cannot do. */
final class PhpGearmanTest extends LaravelTestCase
{
    public function testALaterJobIsRefused(): void
    {
        self::assertThrows(NeedsGearmanRs::class, 'A delayed job needs the extension gearman_rs', fn () => $this->connection()->later(1, new SendMail('anna')));
        self::assertSame(0, $this->queue()['jobs']);
    }

    public function testSizesAreNotKnown(): void
    {
        self::assertThrows(NeedsGearmanRs::class, 'The size of a queue needs the extension gearman_rs', fn () => $this->connection()->size());
    }

    public function testAJobThatWantsToBeDelayedIsRecordedAsFailed(): void
    {
        $this->push('anna', 'fail');
        self::assertEndsWell($this->work('--max-jobs=1', '--tries=3', '--backoff=1'));
        self::assertStringContainsString('needs the extension gearman_rs', json_decode($this->lines('failed_jobs')[0], true)['why']);
        $this->awaitQueue(0);
    }
}
