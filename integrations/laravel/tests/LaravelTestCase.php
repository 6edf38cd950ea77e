<?php

declare(strict_types=1);

namespace GearmanRs\Laravel\Tests;

use App\Application;
use App\SendMail;
use GearmanRs\Integrations\Command;
use GearmanRs\Integrations\GearmanTestCase;
use GearmanRs\Laravel\GearmanQueue;
use GearmanRs\Laravel\QueuedJob;

abstract class LaravelTestCase extends GearmanTestCase
{
    protected const QUEUE = 'default';

    protected Application $app;

    protected function setUp(): void
    {
        parent::setUp();
        putenv("APP_FOLDER={$this->folder}");
        $this->boot();
    }

    protected function boot(): void
    {
        $this->app = Application::boot(['servers' => $this->server->address(), 'block_for' => 0]);
    }

    protected function connection(): GearmanQueue
    {
        return $this->app['queue']->connection();
    }

    protected function push(string $to, string $wish = '', ?string $queue = null): string
    {
        return $this->connection()->push(new SendMail($to, $wish), '', $queue);
    }

    protected function popOne(?string $queue = null): QueuedJob
    {
        return eventually('a job comes', fn (): ?QueuedJob => $this->connection()->pop($queue));
    }

    /** `php artisan queue:work` in a process of its own. */
    protected function work(string ...$options): Command
    {
        return $this->start(
            [__DIR__ . '/App/artisan', 'queue:work', '--sleep=0.01', ...$options],
            ['GEARMAN_HOSTS' => $this->server->address()],
        );
    }

    /** @param class-string<\Throwable> $class */
    protected static function assertThrows(string $class, string $text, callable $call): void
    {
        try {
            $call();
        } catch (\Throwable $exception) {
            self::assertInstanceOf($class, $exception);
            self::assertStringContainsString($text, $exception->getMessage());
            return;
        }
        self::fail('nothing was thrown');
    }
}
