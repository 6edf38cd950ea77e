<?php

declare(strict_types=1);

namespace GearmanRs\Tests;

use Gearmand;

final class FailoverTest extends GearmanTestCase
{
    public function testADeadServerInTheListIsPassedOver(): void
    {
        $this->startWorker();
        $dead = Gearmand::start();
        $dead->kill();
        self::assertSame('cba', $this->client($dead, $this->server)->doNormal('reverse', 'abc'));
    }

    public function testTheNextServerTakesOverBetweenTwoCalls(): void
    {
        $other = Gearmand::start();
        $this->startWorker($this->server, $other);
        $client = $this->client($this->server, $other);
        self::assertSame('cba', $client->doNormal('reverse', 'abc'));
        $this->server->kill();
        self::assertSame('fed', $client->doNormal('reverse', 'def'));
        self::assertSame(GEARMAN_SUCCESS, $client->returnCode());
    }

    public function testClientAndWorkerSurviveARestart(): void
    {
        $this->startWorker();
        $client = $this->client();
        self::assertSame('cba', $client->doNormal('reverse', 'abc'));
        $this->server->restart();
        self::assertSame('fed', $client->doNormal('reverse', 'def'));
    }

    public function testAllServersDeadIsAnErrorAndNotAHang(): void
    {
        $client = $this->client();
        $this->server->kill();
        self::assertSame('', @$client->doBackground('mail', 'x'));
        self::assertSame(GEARMAN_COULD_NOT_CONNECT, $client->returnCode());
        self::assertStringContainsString($this->server->address(), (string) $client->error());
    }
}
