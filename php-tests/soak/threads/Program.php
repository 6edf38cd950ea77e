<?php

declare(strict_types=1);

/** The program of php-tests/threads, with ThreadSanitizer in it, in PHP and in the module, or without. */
final class Program
{
    private const FOLDER = __DIR__ . '/../../threads';

    private const CLIENTS = 4;

    private const WORKERS = 4;

    private const REPORTS = __DIR__ . '/../../../target/test-logs/thread';

    private function __construct(private readonly string $program, private readonly string $module, private readonly bool $isSanitized)
    {
    }

    /** @return self|string why there is none */
    public static function build(bool $isSanitized, bool $onlyHad): self|string
    {
        $command = escapeshellarg(self::FOLDER . '/build') . ($onlyHad ? ' --had' : '');
        exec($isSanitized ? "SANITIZER=thread {$command}" : "env -u SANITIZER {$command}", $lines, $status);
        return match ($status) {
            0 => new self($lines[0], $lines[1], $isSanitized),
            77 => $lines[0] ?? 'not run: there is no PHP of this series that programs can embed (EMBED=1 php-tests/debug-php/build)',
            default => throw new RuntimeException("{$command} has failed"),
        };
    }

    /** Runs it; the figures. */
    public function prove(Verdicts $verdicts): string
    {
        $seconds = share_of(60, 2);
        ['status' => $status, 'output' => $output] = run_command($this->command($seconds), $this->environment());
        $sums = ['client' => [0, 0, 0], 'worker' => [0, 0, 0]];
        $other = [];
        foreach (explode("\n", trim($output)) as $line) {
            if (preg_match('/^(client|worker) (\d+) (\d+)$/', $line, $match)) {
                $sums[$match[1]] = [$sums[$match[1]][0] + 1, $sums[$match[1]][1] + (int) $match[2], $sums[$match[1]][2] + (int) $match[3]];
            } elseif ($line !== '') {
                $other[] = $line;
            }
        }
        $with = $this->isSanitized ? ' under ThreadSanitizer' : '';
        $verdicts->check("the program ended well{$with}", 0, $status);
        $verdicts->check("nothing else was said{$with}", [], array_slice($other, 0, 20));
        $verdicts->check("every result was right{$with}, in threads and in children", 0, $sums['client'][2]);
        $verdicts->check("clients and workers have run{$with}", true, $sums['client'][0] > 0 && $sums['worker'][1] > 0);
        $figures = sprintf(
            '%d threads of one process for %d s%s; %d requests of clients with %s results and a fork each, %d wrong; %d requests of workers with %s jobs',
            self::CLIENTS + self::WORKERS, $seconds, $with, $sums['client'][0], number_format($sums['client'][1]), $sums['client'][2], $sums['worker'][0], number_format($sums['worker'][1]),
        );
        return $this->isSanitized ? "{$figures}; {$this->reported($verdicts)}" : $figures;
    }

    /** @return list<string> */
    private function command(int $seconds): array
    {
        return [
            $this->program, (string) $seconds, "extension={$this->module}\nhtml_errors=0\ndisplay_errors=1\n",
            ...array_fill(0, self::CLIENTS, self::FOLDER . '/client.php'),
            ...array_fill(0, self::WORKERS, self::FOLDER . '/worker.php'),
        ];
    }

    /** @return array<string, string> */
    private function environment(): array
    {
        $server = Gearmand::start();
        $environment = ['PORT' => (string) $server->port, 'FUNCTION' => unique_name('threads')];
        if ($this->isSanitized) {
            shell_exec('rm -rf ' . escapeshellarg(self::REPORTS));
            mkdir(self::REPORTS, recursive: true);
            $environment['TSAN_OPTIONS'] = 'log_path=' . self::REPORTS . '/report';
        }
        return $environment;
    }

    /** What ThreadSanitizer has found, in the program and in its children. */
    private function reported(Verdicts $verdicts): string
    {
        $reports = array_map(file_get_contents(...), glob(self::REPORTS . '/report.*'));
        $verdicts->check('ThreadSanitizer has nothing to report', [], $reports);
        return count($reports) . ' reports';
    }
}
