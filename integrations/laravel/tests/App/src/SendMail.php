<?php

declare(strict_types=1);

namespace App;

use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Queue\InteractsWithQueue;

final class SendMail implements ShouldQueue
{
    use InteractsWithQueue;
    use Queueable;

    /** @param string $wish what handle() is to do: "", "fail", "fail once", "release", "give up" or "hold" */
    public function __construct(public readonly string $to, public readonly string $wish = '')
    {
    }

    public function handle(): void
    {
        $folder = getenv('APP_FOLDER');
        file_put_contents("{$folder}/tried", "{$this->to} {$this->attempts()}\n", FILE_APPEND);
        while ($this->wish === 'hold' && !file_exists("{$folder}/release")) {
            usleep(2000);
            clearstatcache();
        }
        if ($this->wish === 'release' && $this->attempts() < 3) {
            $this->release(1);
            return;
        }
        if ($this->wish === 'give up') {
            $this->fail(new \RuntimeException("{$this->to} is nobody"));
            return;
        }
        if ($this->wish === 'fail' || ($this->wish === 'fail once' && $this->attempts() === 1)) {
            throw new \RuntimeException("no way to {$this->to}");
        }
        file_put_contents("{$folder}/sent", "{$this->to}\n", FILE_APPEND);
    }

    public function failed(\Throwable $why): void
    {
        file_put_contents(getenv('APP_FOLDER') . '/given-up', "{$this->to}: {$why->getMessage()}\n", FILE_APPEND);
    }
}
