<?php

declare(strict_types=1);

/** A script that is being run, in a process group of its own so that nothing it started outlives it. */
final class Running
{
    /** SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGSEGV: which of them a broken heap ends in is a matter of chance. */
    private const CRASHES = [4, 6, 7, 8, 11];

    private float $deadline;
    private bool $timedOut = false;

    /**
     * @param resource $process
     * @param resource $output
     * @param resource $errors
     */
    private function __construct(
        public readonly LedgerCase $case,
        public readonly Side $side,
        private $process,
        private $output,
        private $errors,
    ) {
        $this->deadline = microtime(true) + $case->timeout();
    }

    /** @param array<string, string> $environment */
    public static function start(LedgerCase $case, Side $side, array $environment): self
    {
        // Files, not pipes: a process that a script leaves behind would keep a pipe open.
        [$output, $errors] = [tmpfile(), tmpfile()];
        $command = ['setsid', ...$side->command($case)];
        $streams = [['file', '/dev/null', 'r'], $output, $errors];
        $process = proc_open($command, $streams, $pipes, dirname($case->script), $side->environment() + $environment);
        return new self($case, $side, $process, $output, $errors);
    }

    /** What the script printed and how it ended, or null while it runs. */
    public function outcome(): ?string
    {
        $status = proc_get_status($this->process);
        if ($status['running']) {
            if (microtime(true) > $this->deadline) {
                $this->timedOut = true;
                $this->killGroup($status['pid']);
            }
            return null;
        }
        $this->killGroup($status['pid']);
        proc_close($this->process);
        $outcome = trim(normalise(self::contents($this->output)) . $this->ending($status));
        // The same mistake, which some builds of PHP notice and others crash by.
        return preg_replace('/^Fatal error: Possible integer overflow in memory allocation .*\n\[exit 255\]$/m', '[crash]', $outcome);
    }

    /** @param array{signaled: bool, termsig: int, exitcode: int} $status */
    private function ending(array $status): string
    {
        $ending = match (true) {
            $this->timedOut => '[timeout]',
            $status['signaled'] && in_array($status['termsig'], self::CRASHES, true) => '[crash]',
            $status['signaled'] => "[signal {$status['termsig']}]",
            $status['exitcode'] !== 0 => "[exit {$status['exitcode']}]",
            default => '',
        };
        $errors = trim(self::contents($this->errors));
        // What libgearman and libc say while they die is theirs; ours is to say nothing.
        if ($errors !== '' && $this->side->name === 'gearman_rs') {
            $ending .= "\n[stderr] {$errors}";
        }
        return $ending === '' ? '' : "\n{$ending}";
    }

    private function killGroup(int $leader): void
    {
        exec("kill -s KILL -- -{$leader} 2>/dev/null");
    }

    /** @param resource $file */
    private static function contents($file): string
    {
        rewind($file);
        return stream_get_contents($file);
    }
}
