<?php

declare(strict_types=1);

namespace GearmanRs\Messenger\Tests;

use App\Message\SendMail;
use Symfony\Component\Messenger\Envelope;
use Symfony\Component\Messenger\Stamp\DelayStamp;

/** What php-gearman cannot do. */
final class PhpGearmanTest extends TransportTestCase
{
    public function testADelayIsRefused(): void
    {
        self::assertThrows(
            'A message with a DelayStamp needs the extension gearman_rs',
            fn () => $this->transport()->send(new Envelope(new SendMail('anna'), [new DelayStamp(1000)])),
        );
        self::assertSame(0, $this->queue()['jobs']);
    }

    public function testMessagesAreNotCounted(): void
    {
        self::assertThrows('To count messages needs the extension gearman_rs', fn () => $this->transport()->getMessageCount());
    }

    public function testARetryWithADelayEndsTheWorkerAndLosesNothing(): void
    {
        $this->send('anna', 'fail');
        $worker = $this->consume('async', '--limit=2');
        self::assertNotSame('exit 0', $worker->end());
        self::assertStringContainsString('needs the extension gearman_rs', preg_replace('/\s+/', ' ', $worker->output()));
        $this->awaitQueue(1);
    }
}
