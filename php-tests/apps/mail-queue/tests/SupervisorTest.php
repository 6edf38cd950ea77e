<?php

declare(strict_types=1);

namespace MailQueue\Tests;

final class SupervisorTest extends QueueTestCase
{
    /** @var resource */
    private $supervisor;

    /** @var resource while it is held, workers that have a mail cannot go on */
    private $lock;

    protected function setUp(): void
    {
        parent::setUp();
        $this->lock = fopen("{$this->folder}/lock", 'c');
        flock($this->lock, LOCK_EX);
    }

    protected function tearDown(): void
    {
        foreach ($this->workers() as $worker) {
            posix_kill($worker, SIGKILL);
        }
        proc_terminate($this->supervisor, SIGKILL);
        proc_close($this->supervisor);
        parent::tearDown();
    }

    public function testSigtermLetsTheWorkerFinishItsMail(): void
    {
        $this->put('anna');
        $this->put('bert');
        $this->start(1);
        self::await('a mail is in hand', fn (): bool => $this->jobs($this->queue) === [2, 1]);
        proc_terminate($this->supervisor);
        self::await('the worker is told', fn (): bool => in_array('stopping', $this->printed(), true));
        flock($this->lock, LOCK_UN);
        self::assertSame(0, $this->end(), implode("\n", $this->printed()));
        self::assertSame(['anna'], $this->sent());
        self::await('the other mail waits', fn (): bool => $this->jobs($this->queue) === [1, 0]);
    }

    public function testTheMailOfAKilledWorkerIsSentByTheNext(): void
    {
        $this->put('anna');
        $this->start(1);
        self::await('a mail is in hand', fn (): bool => $this->jobs($this->queue) === [1, 1]);
        [$worker] = $this->workers();
        posix_kill($worker, SIGKILL);
        self::await('another worker is there', fn (): bool => count($this->workers()) === 2);
        flock($this->lock, LOCK_UN);
        self::await('the mail is sent', fn (): bool => $this->sent() === ['anna']);
        proc_terminate($this->supervisor);
        self::assertSame(0, $this->end());
        self::assertContains("worker {$worker} is gone", $this->printed());
        self::await('the queue is empty', fn (): bool => $this->jobs($this->queue) === [0, 0]);
    }

    public function testSeveralWorkersShareTheQueue(): void
    {
        $names = array_map(static fn (int $number): string => "name{$number}", range(1, 60));
        array_map($this->put(...), $names);
        $this->start(3);
        self::await('each worker has a mail in hand', fn (): bool => $this->jobs($this->queue)[1] === 3);
        flock($this->lock, LOCK_UN);
        self::await('the queue is empty', fn (): bool => $this->jobs($this->queue) === [0, 0]);
        $sent = $this->sent();
        sort($sent);
        sort($names);
        self::assertSame($names, $sent);
        proc_terminate($this->supervisor);
        self::assertSame(0, $this->end());
    }

    private function start(int $workers): void
    {
        $output = ['file', "{$this->folder}/output", 'a'];
        $this->supervisor = proc_open(
            [PHP_BINARY, __DIR__ . '/../bin/supervisor.php', (string) $workers, $this->servers, $this->queue, $this->folder],
            [['file', '/dev/null', 'r'], $output, $output],
            $pipes,
        );
    }

    /** @return list<string> */
    private function printed(): array
    {
        return @file("{$this->folder}/output", FILE_IGNORE_NEW_LINES) ?: [];
    }

    /** @return list<int> the processes of all workers that there were */
    private function workers(): array
    {
        preg_match_all('/^worker (\d+) is there$/m', implode("\n", $this->printed()), $found);
        return array_map('intval', $found[1]);
    }

    /** @return int the exit status of the supervisor */
    private function end(): int
    {
        return self::await('the supervisor ends', function (): ?array {
            $status = proc_get_status($this->supervisor);
            return $status['running'] ? null : $status;
        })['exitcode'];
    }
}
