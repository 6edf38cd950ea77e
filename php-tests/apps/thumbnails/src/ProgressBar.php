<?php

declare(strict_types=1);

namespace Thumbnails;

/** One line of a terminal, written again each time there is something new to say. */
final class ProgressBar
{
    private const WIDTH = 40;

    private string $shown = '';

    /** @param resource $terminal */
    public function __construct(private $terminal)
    {
    }

    /** @param float $progress from 0 to 1 */
    public function show(float $progress): void
    {
        $done = (int) floor($progress * self::WIDTH);
        $line = sprintf('[%s%s] %3d %%', str_repeat('#', $done), str_repeat(' ', self::WIDTH - $done), (int) floor($progress * 100));
        if ($line !== $this->shown) {
            fwrite($this->terminal, "\r{$line}");
            $this->shown = $line;
        }
    }

    public function end(): void
    {
        fwrite($this->terminal, "\n");
    }
}
