<?php

declare(strict_types=1);

namespace App;

use Illuminate\Contracts\Debug\ExceptionHandler;
use Throwable;

/** Says on the application's output what went wrong. */
final class Reporter implements ExceptionHandler
{
    public function report(Throwable $e): void
    {
        echo 'reported: ', $e->getMessage(), "\n";
    }

    public function shouldReport(Throwable $e): bool
    {
        return true;
    }

    public function render($request, Throwable $e): void
    {
    }

    public function renderForConsole($output, Throwable $e): void
    {
        echo $e, "\n";
    }
}
