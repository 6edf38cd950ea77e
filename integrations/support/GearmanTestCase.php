<?php

declare(strict_types=1);

namespace GearmanRs\Integrations;

use Gearmand;
use PHPUnit\Framework\TestCase;

/** Each test has a gearmand of its own, and a folder for what the application leaves. */
abstract class GearmanTestCase extends TestCase
{
    /** The queue that most tests use. */
    protected const QUEUE = '';

    protected Gearmand $server;

    protected string $folder;

    /** @var list<Command> */
    private array $commands = [];

    protected function setUp(): void
    {
        $this->server = Gearmand::start();
        $this->folder = sys_get_temp_dir() . '/integration-' . bin2hex(random_bytes(8));
        mkdir($this->folder, 0700);
    }

    protected function tearDown(): void
    {
        $this->commands = [];
        Gearmand::killAll();
        exec('rm -rf ' . escapeshellarg($this->folder));
    }

    /** @return array{jobs: int, running: int, workers: int} what gearmand says of a queue */
    protected function queue(?string $name = null): array
    {
        return $this->server->admin->queue($name ?? static::QUEUE);
    }

    /** What a process has told its server at its end may still be on the way. */
    protected function awaitQueue(int $jobs, ?string $name = null): void
    {
        eventually("the queue has {$jobs} jobs that wait", function () use ($jobs, $name): bool {
            ['jobs' => $total, 'running' => $running] = $this->queue($name);
            return [$total, $running] === [$jobs, 0];
        });
        $this->addToAssertionCount(1);
    }

    /**
     * @param list<string>          $arguments
     * @param array<string, string> $environment
     */
    protected function start(array $arguments, array $environment = []): Command
    {
        return $this->commands[] = new Command($arguments, $environment + ['APP_FOLDER' => $this->folder]);
    }

    /** @return list<string> the lines of a file that the application writes */
    protected function lines(string $file): array
    {
        return @file("{$this->folder}/{$file}", FILE_IGNORE_NEW_LINES) ?: [];
    }

    protected static function assertEndsWell(Command $command): void
    {
        $end = $command->end();
        self::assertSame('exit 0', $end, $command->output());
    }
}
