<?php

declare(strict_types=1);

namespace App;

use Throwable;

/** Laravel's table `failed_jobs`, in a file. */
final class FailedJobs
{
    public function log(string $connection, string $queue, string $payload, Throwable $exception): void
    {
        $line = json_encode(compact('connection', 'queue', 'payload') + ['why' => $exception->getMessage()], JSON_INVALID_UTF8_SUBSTITUTE);
        file_put_contents(getenv('APP_FOLDER') . '/failed_jobs', "{$line}\n", FILE_APPEND);
    }
}
