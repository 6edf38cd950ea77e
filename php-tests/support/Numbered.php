<?php

declare(strict_types=1);

/** Background jobs with the workloads 1, 2, 3 and so on, of which each is written down when it is done. */
final class Numbered
{
    /** What the callback does first. */
    public ?Closure $first = null;

    public readonly string $function;

    private readonly string $log;

    private function __construct(public readonly int $count, private readonly Gearmand $server)
    {
        $this->function = unique_name('numbered');
        $this->log = tempnam(sys_get_temp_dir(), 'numbered-');
        at_the_end(fn () => unlink($this->log));
    }

    public static function queue(int $count = 2000, ?Gearmand $server = null): self
    {
        $numbered = new self($count, $server ?? Gearmand::shared());
        $client = client($numbered->server);
        for ($number = 1; $number <= $count; $number++) {
            $client->doBackground($numbered->function, (string) $number);
        }
        return $numbered;
    }

    public function worker(): GearmanWorker
    {
        return worker($this->functions(), $this->server);
    }

    public function runner(): GearmanRs\Worker
    {
        return runner($this->functions(), $this->server);
    }

    /** @return array<string, callable> */
    private function functions(): array
    {
        return [$this->function => function (GearmanJob $job) {
            ($this->first ?? static fn () => null)($job);
            $this->note($job);
            return '';
        }];
    }

    /** Writes down that a job is done. */
    public function note(GearmanJob $job): void
    {
        file_put_contents($this->log, "{$job->workload()}\n", FILE_APPEND);
    }

    /** How many jobs workers have taken; between two calls of the only one that is what it has in hand. */
    public function taken(): int
    {
        return $this->server->admin->queue($this->function)['running'];
    }

    /** How many jobs are done. */
    public function done(): int
    {
        return count(file($this->log));
    }

    /** Works until there are jobs in hand. On a machine that is busy with something else short jobs may look long. */
    public function workAhead(GearmanWorker $worker): void
    {
        for ($done = 0; $done < $this->count - 100; $done++) {
            $worker->work();
            if ($done % 40 === 39 && $this->taken() > 1) {
                return;
            }
        }
        throw new RuntimeException('the worker asks for no jobs ahead');
    }

    /** Has another worker do what is left. */
    public function finish(): void
    {
        $this->first = null;
        $worker = $this->worker();
        $worker->setTimeout(50);
        eventually('every job is done', function () use ($worker) {
            while ($worker->work());
            return $this->server->admin->queue($this->function)['jobs'] === 0;
        });
    }

    /** What has become of the jobs. */
    public function report(): string
    {
        $times = array_count_values(file($this->log, FILE_IGNORE_NEW_LINES));
        $missing = count(array_diff(range(1, $this->count), array_keys($times)));
        $repeated = count(array_filter($times, fn (int $times) => $times > 1));
        return "{$missing} missing, {$repeated} done twice\n";
    }
}
