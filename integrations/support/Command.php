<?php

declare(strict_types=1);

namespace GearmanRs\Integrations;

/** A PHP script in a process of its own, with the extension that this one has. */
final class Command
{
    /** @var resource */
    private $process;

    private readonly string $log;

    /**
     * @param list<string>          $arguments
     * @param array<string, string> $environment
     */
    public function __construct(array $arguments, array $environment)
    {
        $this->log = tempnam(sys_get_temp_dir(), 'command-');
        $output = ['file', $this->log, 'a'];
        $this->process = proc_open([PHP_BINARY, '-d', 'error_reporting=8191', ...$arguments], [['file', '/dev/null', 'r'], $output, $output], $pipes, null, $environment + getenv());
    }

    public function signal(int $signal): void
    {
        posix_kill(proc_get_status($this->process)['pid'], $signal);
    }

    /** Waits until it has ended, and tells how: "exit 0", "signal 9". */
    public function end(): string
    {
        return eventually('the command ends', function (): ?string {
            $status = proc_get_status($this->process);
            return match (true) {
                $status['running'] => null,
                $status['signaled'] => "signal {$status['termsig']}",
                default => "exit {$status['exitcode']}",
            };
        });
    }

    public function output(): string
    {
        return file_get_contents($this->log);
    }

    public function __destruct()
    {
        proc_terminate($this->process, 9);
        proc_close($this->process);
        unlink($this->log);
    }
}
