<?php

declare(strict_types=1);

/** A process that serves until it is stopped. It dies with this one. */
final class Background
{
    /** @var resource */
    private $process;

    /** @param list<string> $command */
    public function __construct(array $command)
    {
        $this->process = proc_open(
            ['setpriv', '--pdeathsig', 'KILL', ...$command],
            [['file', '/dev/null', 'r'], STDERR, STDERR],
            $pipes,
        );
    }

    /** The most memory that it has had so far, in KiB. */
    public function peak_kibibytes(): int
    {
        return peak_kibibytes(proc_get_status($this->process)['pid']);
    }

    public function stop(): void
    {
        proc_terminate($this->process, 9);
        proc_close($this->process);
    }
}
