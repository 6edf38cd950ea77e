<?php

declare(strict_types=1);

namespace Thumbnails\Tests;

use PHPUnit\Framework\TestCase;
use Thumbnails\Picture;

/** Needs a gearmand: GEARMAN_HOST=127.0.0.1:4730. Each test has a function of its own. */
abstract class ThumbnailsTestCase extends TestCase
{
    private const DEADLINE = 100.0;

    protected string $servers;

    protected string $function;

    protected string $folder;

    /** @var list<resource> */
    private array $processes = [];

    protected function setUp(): void
    {
        $this->servers = getenv('GEARMAN_HOST') ?: '127.0.0.1:4730';
        $this->function = 'thumbnail.' . bin2hex(random_bytes(8));
        $this->folder = sys_get_temp_dir() . "/{$this->function}";
        mkdir($this->folder);
    }

    protected function tearDown(): void
    {
        foreach ($this->processes as $process) {
            proc_terminate($process, SIGKILL);
            proc_close($process);
        }
        array_map('unlink', glob("{$this->folder}/*"));
        rmdir($this->folder);
    }

    /** A picture of squares, each of one colour: with the size of the squares as the factor, the thumbnail has these colours. */
    protected function picture(string $name, int $width, int $height, int $factor): string
    {
        Picture::write("{$this->folder}/{$name}", $width * $factor, $height * $factor, self::rows($width, $height, $factor));
        return "{$this->folder}/{$name}";
    }

    /** @return iterable<list<int>> */
    protected static function rows(int $width, int $height, int $factor): iterable
    {
        for ($y = 0; $y < $height * $factor; $y++) {
            $row = [];
            for ($x = 0; $x < $width * $factor; $x++) {
                array_push($row, intdiv($x, $factor) % 256, intdiv($y, $factor) % 256, 7);
            }
            yield $row;
        }
    }

    protected static function assertIsThumbnail(int $width, int $height, string $path): void
    {
        $thumbnail = new Picture($path);
        self::assertSame([$width, $height], [$thumbnail->width, $thumbnail->height]);
        foreach (self::rows($width, $height, 1) as $row) {
            self::assertSame($row, $thumbnail->row());
        }
    }

    /** @return resource */
    protected function start(string $script, string ...$arguments)
    {
        $output = ['file', "{$this->folder}/output", 'a'];
        $command = [PHP_BINARY, __DIR__ . "/../bin/{$script}.php", $this->servers, $this->function, ...$arguments];
        return $this->processes[] = proc_open($command, [['file', '/dev/null', 'r'], $output, $output], $pipes);
    }

    /** @param resource $process */
    protected function kill($process): void
    {
        proc_terminate($process, SIGKILL);
        $this->end($process);
    }

    /**
     * @param resource $process
     *
     * @return int its exit status
     */
    protected function end($process): int
    {
        return self::await('the process ends', static function () use ($process): ?array {
            $status = proc_get_status($process);
            return $status['running'] ? null : $status;
        })['exitcode'];
    }

    /** @return list<string> what all processes have written; each state of the progress bar is a line */
    protected function printed(): array
    {
        return preg_split('/[\r\n]+/', (string) @file_get_contents("{$this->folder}/output"), -1, PREG_SPLIT_NO_EMPTY);
    }

    /** @param callable(): mixed $condition */
    protected static function await(string $what, callable $condition): mixed
    {
        $deadline = microtime(true) + self::DEADLINE;
        while (!($result = $condition())) {
            if (microtime(true) > $deadline) {
                self::fail("waited in vain: {$what}");
            }
            usleep(2000);
        }
        return $result;
    }
}
