<?php

declare(strict_types=1);

namespace MailQueue\Tests;

use MailQueue\Mail;
use MailQueue\Priority;
use MailQueue\Queue;
use PHPUnit\Framework\TestCase;

/** Needs a gearmand: GEARMAN_HOST=127.0.0.1:4730. Each test has a queue of its own. */
abstract class QueueTestCase extends TestCase
{
    private const DEADLINE = 100.0;

    protected string $servers;

    protected string $queue;

    protected string $folder;

    protected function setUp(): void
    {
        $this->servers = getenv('GEARMAN_HOST') ?: '127.0.0.1:4730';
        $this->queue = 'mail.' . bin2hex(random_bytes(8));
        $this->folder = sys_get_temp_dir() . "/{$this->queue}";
        mkdir($this->folder);
    }

    protected function tearDown(): void
    {
        array_map('unlink', glob("{$this->folder}/*"));
        rmdir($this->folder);
    }

    protected function put(string $to, Priority $priority = Priority::Normal): void
    {
        (new Queue($this->servers, $this->queue))->put(new Mail($to, 'Hello', 'How are you?'), $priority);
    }

    /** @return list<string> to whom mails were sent, in order */
    protected function sent(): array
    {
        $lines = @file("{$this->folder}/spool", FILE_IGNORE_NEW_LINES) ?: [];
        return array_map(static fn (string $line): string => Mail::fromJson($line)->to, $lines);
    }

    /** @return array{int, int} how many jobs gearmand has for a queue, and how many of them run */
    protected function jobs(string $queue): array
    {
        $gearmand = stream_socket_client("tcp://{$this->servers}");
        fwrite($gearmand, "status\n");
        $jobs = [0, 0];
        while (($line = fgets($gearmand)) !== ".\n") {
            [$name, $total, $running] = explode("\t", $line);
            if ($name === $queue) {
                $jobs = [(int) $total, (int) $running];
            }
        }
        return $jobs;
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
