<?php

declare(strict_types=1);

namespace GearmanRs\Tests;

/** `php worker.php SERVERS`, running until it is killed. */
final class WorkerProcess
{
    /** @var resource|null */
    private $process;

    public function __construct(string $servers)
    {
        $output = ['file', 'php://stderr', 'w'];
        $this->process = proc_open(
            [PHP_BINARY, __DIR__ . '/worker.php', $servers],
            [['file', '/dev/null', 'r'], $output, $output],
            $pipes,
        );
    }

    public function kill(): void
    {
        if ($this->process !== null) {
            proc_terminate($this->process, 9);
            proc_close($this->process);
            $this->process = null;
        }
    }
}
