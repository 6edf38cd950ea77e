<?php

declare(strict_types=1);

namespace GearmanRs\Laravel\Tests;

use App\Application;
use App\SendMail;
use GearmanClient;
use GearmanRs\Queue\ServerFailed;
use Illuminate\Queue\Events\JobFailed;
use Illuminate\Queue\Events\WorkerStopping;

final class QueueTest extends LaravelTestCase
{
    public function testAJobComesAsItWasPushed(): void
    {
        $handle = $this->push('anna');
        $job = $this->popOne();
        self::assertSame($handle, $job->getJobId());
        self::assertSame(SendMail::class, $job->resolveName());
        self::assertSame(['gearman', 'default', 1], [$job->getConnectionName(), $job->getQueue(), $job->attempts()]);
        self::assertSame(1, $this->queue()['running']);
        $job->delete();
        $this->awaitQueue(0);
    }

    public function testNothingIsNoJob(): void
    {
        self::assertNull($this->connection()->pop());
    }

    public function testARawPayloadIsKept(): void
    {
        $payload = '{"job":"Mailer@send","data":{"to":"anna"},"more":[]}';
        $this->connection()->pushRaw($payload, 'raw');
        self::assertSame($payload, $this->popOne('raw')->getRawBody());
    }

    public function testQueuesAreApart(): void
    {
        $this->push('anna', '', 'high');
        $this->push('bert', '', '12');
        self::assertNull($this->connection()->pop());
        self::assertNull($this->connection()->pop('low'));
        $twelve = $this->popOne('12');
        $high = $this->popOne('high');
        self::assertSame(['high', '12'], [$high->getQueue(), $twelve->getQueue()]);
        self::assertStringContainsString('anna', $high->getRawBody());
    }

    public function testSeveralAtOnce(): void
    {
        $this->connection()->bulk([new SendMail('anna'), new SendMail('bert'), new SendMail('carl')], '', 'many');
        self::assertSame(3, $this->queue('many')['jobs']);
    }

    public function testAReleasedJobComesAgainOneAttemptOlder(): void
    {
        $this->push('anna');
        for ($attempt = 1; $attempt <= 3; $attempt++) {
            $job = $this->popOne();
            self::assertSame($attempt, $job->attempts());
            self::assertStringContainsString('anna', $job->getRawBody());
            $job->release();
            self::assertTrue($job->isReleased());
            $this->awaitQueue(1);
        }
    }

    public function testAJobThatIsDroppedComesAgain(): void
    {
        $this->push('anna');
        $this->popOne();
        // With the connection of its worker it goes back.
        $this->boot();
        gc_collect_cycles();
        self::assertSame(1, $this->popOne()->attempts());
    }

    public function testAJobThatCannotBeReleasedComesAgain(): void
    {
        $this->push('anna');
        $job = $this->popOne();
        // The server takes no more jobs than the one that is held.
        $this->server->admin->ask('maxqueue default 1');
        self::assertThrows(ServerFailed::class, 'was not queued', static fn () => $job->release());
        self::assertFalse($job->isReleased());
        unset($job);
        self::assertSame(1, $this->popOne()->attempts());
    }

    public function testAReleasedPayloadKeepsItsForm(): void
    {
        $this->connection()->pushRaw('{"job":"Mailer@send","data":{"a":{},"b":[],"c":1.0,"ü":null}}');
        $this->popOne()->release();
        self::assertSame('{"job":"Mailer@send","data":{"a":{},"b":[],"c":1.0,"ü":null},"attempts":1}', $this->popOne()->getRawBody());
    }

    public function testAWorkerThatStopsWithoutItsServerStops(): void
    {
        $this->push('anna');
        $job = $this->popOne();
        $this->server->kill();
        $this->app['events']->dispatch(new WorkerStopping(1));
        self::assertFalse($job->isReleased());
    }

    public function testAWorkerThatStopsReleasesItsJob(): void
    {
        $this->push('anna');
        $job = $this->popOne();
        $this->app['events']->dispatch(new WorkerStopping(1));
        self::assertTrue($job->isReleased());
        self::assertSame(2, $this->popOne()->attempts());
    }

    public function testAWorkerThatStopsLeavesADoneJobAlone(): void
    {
        $this->push('anna');
        $this->popOne()->delete();
        $this->app['events']->dispatch(new WorkerStopping(1));
        self::assertNull($this->connection()->pop());
        $this->awaitQueue(0);
    }

    /** @dataProvider foreign */
    #[\PHPUnit\Framework\Attributes\DataProvider('foreign')]
    public function testAJobThatIsNoneOfLaravelsFailsAtOnce(string $workload): void
    {
        $failed = [];
        $this->app['events']->listen(JobFailed::class, static function (JobFailed $event) use (&$failed): void {
            $failed[] = [$event->job->getRawBody(), $event->job->resolveName(), $event->exception->getMessage()];
        });
        $client = new GearmanClient();
        $client->addServers($this->server->address());
        $client->doBackground('default', $workload);
        $this->push('anna');
        self::assertStringContainsString('anna', $this->popOne()->getRawBody());
        self::assertCount(1, $failed);
        self::assertSame($workload, $failed[0][0]);
        self::assertStringContainsString('in the queue "default"', $failed[0][2]);
        eventually('only the other is left', fn (): bool => $this->queue()['jobs'] === 1);
    }

    public static function foreign(): iterable
    {
        yield 'no JSON' => ["\xff\0"];
        yield 'a number' => ['1'];
        yield 'no job' => ['{"data":[]}'];
        yield 'a job that is no name' => ['{"job":[],"data":[]}'];
        yield 'a list' => ['["Mailer@send",{}]'];
        yield 'a name that no property has' => ['{"job":"Mailer@send","data":{},"\u0000":1}'];
        yield 'no data' => ['{"job":"Mailer@send"}'];
    }

    public function testAServerThatWasRestarted(): void
    {
        self::assertNull($this->connection()->pop());
        $this->server->restart();
        $this->push('anna');
        self::assertStringContainsString('anna', $this->popOne()->getRawBody());
    }

    public function testServersThatCannotBeReached(): void
    {
        $this->server->kill();
        $address = $this->server->address();
        self::assertThrows(ServerFailed::class, $address, fn () => $this->push('anna'));
        self::assertThrows(ServerFailed::class, $address, fn () => $this->connection()->pop());
    }

    public function testAQueueThatCannotBe(): void
    {
        $long = str_repeat('x', 513);
        self::assertThrows(\InvalidArgumentException::class, "\"{$long}\" has 513 bytes", fn () => $this->push('anna', '', $long));
        self::assertThrows(\InvalidArgumentException::class, '"my mail"', fn () => $this->connection()->pop('my mail'));
        self::assertThrows(\InvalidArgumentException::class, '"my mail"', fn () => $this->connection()->pushRaw('{}', 'my mail'));
    }

    /** @dataProvider unusable */
    #[\PHPUnit\Framework\Attributes\DataProvider('unusable')]
    public function testASettingThatCannotBeUsedIsQuoted(array $settings, string $quoted): void
    {
        $app = Application::boot($settings);
        self::assertThrows(\InvalidArgumentException::class, $quoted, static fn () => $app['queue']->connection());
    }

    public static function unusable(): iterable
    {
        yield 'an unknown setting' => [['retry_after' => 90], '"retry_after"'];
        yield 'no server' => [['servers' => ''], '""'];
        yield 'a server that is none' => [['servers' => 'one,http://two'], '"http://two"'];
        yield 'a long name' => [['queue' => str_repeat('q', 600)], 'has 600 bytes'];
        yield 'a negative time' => [['timeout' => -1], '-1'];
        yield 'a word for a time' => [['block_for' => 'long'], '"long"'];
    }
}
