<?php

declare(strict_types=1);

/** The processes of the soak, what is done to them, and how each of them ends. */
final class Fleet
{
    private const STOPPED_SECONDS = 2.0;

    private const EXITED = 'exit ' . EXIT_IN_A_CALLBACK;

    /** @var array<string, Child> */
    private array $workers = [];

    /** @var array<string, Child> */
    private array $clients = [];

    /** @var array<string, float> until when a worker stands still */
    private array $stopped = [];

    /** @var list<string> */
    public array $unexpected = [];

    public int $killed = 0;

    public int $exited = 0;

    public int $stops = 0;

    /** @var array<string, true> */
    private array $toDie = [];

    public function __construct(private readonly string $folder, private readonly string $function, private readonly array $ports)
    {
        foreach (array_keys(soak_workers()) as $kind) {
            $this->startWorker($kind);
        }
        $clients = [
            'one' => submit_one_by_one(...),
            'tasks' => run_tasks(...),
            'non-blocking' => static fn (...$arguments) => run_tasks(...$arguments, options: GEARMAN_CLIENT_NON_BLOCKING),
            'many' => submit_many(...),
        ];
        foreach ($clients as $name => $client) {
            // Two of them try the servers in one order, two in the other.
            $ports = count($this->clients) % 2 === 0 ? $this->ports : array_reverse($this->ports);
            $this->clients[$name] = soak_child(fn () => $client(
                new Ledger($this->folder, $name), $this->function, $ports,
            ));
        }
    }

    /** @return list<string> the ledgers of the clients */
    public function ledgers(): array
    {
        return array_map(fn (string $client) => Ledger::path($this->folder, $client), array_keys($this->clients));
    }

    /** Kills a worker, or stops it for a while. */
    public function disturb(): void
    {
        $kind = array_rand($this->workers);
        if (isset($this->stopped[$kind])) {
            return;
        }
        if (mt_rand(0, 1) === 0) {
            $this->toDie[$kind] = true;
            $this->killed++;
            $this->workers[$kind]->kill();
        } else {
            $this->stops++;
            $this->workers[$kind]->kill(SIGSTOP);
            $this->stopped[$kind] = microtime(true) + self::STOPPED_SECONDS;
        }
    }

    /** Lets go on who stood still long enough, and starts those again that were to end. */
    public function look(): void
    {
        foreach ($this->stopped as $kind => $until) {
            if (microtime(true) >= $until) {
                $this->workers[$kind]->kill(SIGCONT);
                unset($this->stopped[$kind]);
            }
        }
        foreach ($this->workers as $kind => $worker) {
            $how = self::endOf($worker);
            if ($how === null) {
                continue;
            }
            if ($this->isUnexpected($how, $kind)) {
                $this->unexpected[] = "worker {$kind}: {$how}";
            } elseif ($how === self::EXITED) {
                $this->exited++;
            }
            unset($this->toDie[$kind], $this->stopped[$kind]);
            $this->startWorker($kind);
        }
        foreach ($this->clients as $name => $client) {
            $how = self::endOf($client);
            if ($how !== null) {
                throw new RuntimeException("client {$name} has ended: {$how}");
            }
        }
    }

    /** Whether a worker has ended in another way than it was told to. */
    private function isUnexpected(string $how, string $kind): bool
    {
        return $how !== self::EXITED && ($how !== 'signal ' . SIGKILL || !isset($this->toDie[$kind]));
    }

    /** Ends the clients, and returns how each ended that did not end well. */
    public function stopClients(): array
    {
        touch("{$this->folder}/stop-clients");
        return $this->ends($this->clients);
    }

    public function stopWorkers(): array
    {
        touch("{$this->folder}/stop-workers");
        foreach ($this->stopped as $kind => $until) {
            $this->workers[$kind]->kill(SIGCONT);
        }
        // One may have ended since it was last looked at.
        return array_filter($this->ends($this->workers), $this->isUnexpected(...), ARRAY_FILTER_USE_BOTH);
    }

    private function ends(array $children): array
    {
        $ends = array_map(static fn (Child $child) => $child->wait(), $children);
        return array_filter($ends, static fn (string $how) => $how !== 'exit 0');
    }

    private function startWorker(string $kind): void
    {
        $this->workers[$kind] = soak_child(fn () => soak_workers()[$kind]($this->folder, $this->function, $this->ports));
    }

    private static function endOf(Child $child): ?string
    {
        try {
            return $child->wait(0.0);
        } catch (RuntimeException) {
            return null;
        }
    }
}
