<?php

declare(strict_types=1);

namespace GearmanRs\Messenger\Tests;

use GearmanClient;

/** The application of the README, its worker started by `bin/console messenger:consume`. */
final class ConsumeTest extends TransportTestCase
{
    public function testTheLimitOfMessages(): void
    {
        array_map($this->send(...), ['anna', 'bert', 'carl']);
        self::assertEndsWell($this->consume('async', '--limit=2'));
        self::assertSame(['anna', 'bert'], $this->lines('sent'));
        $this->awaitQueue(1);
    }

    public function testTheLimitOfTime(): void
    {
        $this->send('anna');
        self::assertEndsWell($this->consume('async', '--time-limit=1'));
        self::assertSame(['anna'], $this->lines('sent'));
    }

    public function testSigtermLetsTheHandlerFinish(): void
    {
        $this->send('anna', 'hold');
        $this->send('bert');
        $worker = $this->consume('async');
        eventually('the handler runs', fn (): bool => $this->lines('tried') === ['anna']);
        $worker->signal(SIGTERM);
        touch("{$this->folder}/release");
        self::assertEndsWell($worker);
        self::assertSame(['anna'], $this->lines('sent'));
        $this->awaitQueue(1);
    }

    public function testSigtermEndsAWorkerThatWaits(): void
    {
        $worker = $this->consume('async');
        eventually('the worker is there', fn (): bool => $this->queue()['workers'] === 1);
        $worker->signal(SIGTERM);
        self::assertEndsWell($worker);
    }

    public function testTheMessageOfAKilledWorkerIsDoneByAnother(): void
    {
        $this->send('anna', 'hold');
        $worker = $this->consume('async');
        eventually('the handler runs', fn (): bool => $this->lines('tried') === ['anna']);
        $worker->signal(SIGKILL);
        self::assertSame('signal 9', $worker->end());
        touch("{$this->folder}/release");
        self::assertEndsWell($this->consume('async', '--limit=1'));
        self::assertSame(['anna', 'anna'], $this->lines('tried'));
        self::assertSame(['anna'], $this->lines('sent'));
    }

    public function testTheFailureTransportHasWhatFailedForGood(): void
    {
        $this->send('anna', 'give up once');
        self::assertEndsWell($this->consume('async', '--limit=1'));
        $this->awaitQueue(1, 'failed');
        $this->awaitQueue(0);
        self::assertEndsWell($this->consume('failed', '--limit=1'));
        self::assertSame(['anna'], $this->lines('sent'));
        $this->awaitQueue(0, 'failed');
    }

    public function testAMessageThatCannotBeDecodedComesOnce(): void
    {
        $client = new GearmanClient();
        $client->addServers($this->server->address());
        $client->doBackground('mail', 'nonsense');
        $this->send('anna');
        $worker = $this->consume('async', '--limit=1');
        self::assertNotSame('exit 0', $worker->end());
        self::assertStringContainsString('A job is no message: it begins with "nonsense"', preg_replace('/\s+/', ' ', $worker->output()));
        self::assertEndsWell($this->consume('async', '--limit=1'));
        self::assertSame(['anna'], $this->lines('sent'));
    }
}
