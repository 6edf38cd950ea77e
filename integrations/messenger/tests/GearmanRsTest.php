<?php

declare(strict_types=1);

namespace GearmanRs\Messenger\Tests;

use App\Message\SendMail;
use GearmanClient;
use GearmanRs\Messenger\Workload;
use Symfony\Component\Messenger\Envelope;
use Symfony\Component\Messenger\Exception\MessageDecodingFailedException;
use Symfony\Component\Messenger\Stamp\DelayStamp;
use Symfony\Component\Messenger\Transport\Serialization\PhpSerializer;

/** What needs gearman_rs. */
final class GearmanRsTest extends TransportTestCase
{
    public function testADelayedMessageComesNotBeforeItsTime(): void
    {
        $due = microtime(true) + 1.2;
        $this->transport()->send(new Envelope(new SendMail('anna'), [new DelayStamp(1200)]));
        self::assertSame(1, $this->queue()['jobs']);
        $this->receiveOne($this->transport());
        self::assertGreaterThanOrEqual($due, microtime(true));
    }

    public function testADelayThatIsTooLong(): void
    {
        $transport = $this->transport();
        foreach ([PHP_INT_MAX, 100 * 365 * 86_400_000] as $delay) {
            self::assertThrows('is too long for Gearman', static fn () => $transport->send(new Envelope(new SendMail('anna'), [new DelayStamp($delay)])));
        }
    }

    public function testAFailedMessageIsTriedAgainLater(): void
    {
        $this->send('anna', 'fail once');
        self::assertEndsWell($this->consume('async', '--limit=2'));
        self::assertSame(['anna', 'anna'], $this->lines('tried'));
        self::assertSame(['anna'], $this->lines('sent'));
        $this->awaitQueue(0, 'failed');
    }

    public function testAMessageThatFailsEachTimeComesToTheFailureTransport(): void
    {
        $this->send('anna', 'fail');
        self::assertEndsWell($this->consume('async', '--limit=4'));
        self::assertSame(['anna', 'anna', 'anna', 'anna'], $this->lines('tried'));
        $this->awaitQueue(1, 'failed');
        $this->awaitQueue(0);
    }

    public function testAWaitingWorkerHasAMessageTheMomentItComes(): void
    {
        // Neither the wait nor the sleep would end in time.
        $worker = $this->start([__DIR__ . '/App/console', 'messenger:consume', 'async', '--limit=1', '--sleep=10000'], $this->environment('?wait=10000'));
        eventually('the worker is there', fn (): bool => $this->queue()['workers'] === 1);
        $this->send('anna');
        self::assertEndsWell($worker);
        self::assertSame(['anna'], $this->lines('sent'));
    }

    public function testMessagesAreCounted(): void
    {
        $transport = $this->transport();
        self::assertSame(0, $transport->getMessageCount());
        $this->send('anna');
        $this->send('bert');
        $transport->send(new Envelope(new SendMail('carl'), [new DelayStamp(100_000)]));
        $envelope = $this->receiveOne($transport);
        self::assertSame(2, $transport->getMessageCount());
        $transport->ack($envelope);
        $this->server->kill();
        self::assertThrows($this->server->address(), static fn () => $transport->getMessageCount());
    }

    public function testAServerThatGoesAwayWithTheMessage(): void
    {
        $this->send('anna');
        $transport = $this->transport();
        $envelope = $this->receiveOne($transport);
        $this->server->restart();
        // The connection is known to be lost once something else was asked.
        self::assertSame([], [...$transport->get()]);
        self::assertThrows('will be done again', static fn () => $transport->ack($envelope));
        $this->send('bert');
        self::assertSame('bert', $this->receiveOne($transport)->getMessage()->to);
    }

    /** Only who waits for a job sees how it ended. */
    public function testAnAcknowledgedMessageIsACompletedJobAndARejectedOneAFailedJob(): void
    {
        foreach (['ack' => 'completed', 'reject' => 'failed'] as $end => $expected) {
            $ended = null;
            $client = new GearmanClient();
            $client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
            $client->addServers($this->server->address());
            $client->setCompleteCallback(static function () use (&$ended): void { $ended = 'completed'; });
            $client->setFailCallback(static function () use (&$ended): void { $ended = 'failed'; });
            $client->addTask('mail', Workload::pack((new PhpSerializer())->encode(new Envelope(new SendMail('anna')))));
            // Not blocking, runTasks() returns true, too, when there is more to wait for.
            eventually('the job is queued', fn (): bool => $client->runTasks() && $this->queue()['jobs'] === 1);
            $transport = $this->transport();
            $transport->{$end}($this->receiveOne($transport));
            eventually('the client is told', static function () use ($client, &$ended): bool {
                $client->runTasks();
                return $ended !== null;
            });
            self::assertSame($expected, $ended);
            $this->awaitQueue(0);
        }
    }

    public function testAnEmptyJobIsNoMessage(): void
    {
        $client = new GearmanClient();
        $client->addServers($this->server->address());
        $client->doBackground('mail', '');
        $this->expectException(MessageDecodingFailedException::class);
        $this->receiveOne($this->transport());
    }
}
