<?php

declare(strict_types=1);

namespace MailQueue;

/** Keeps some workers running. SIGTERM stops them, after the mail that each has in hand. */
final class Supervisor
{
    /** They are waited for and never interrupt. */
    private const SIGNALS = [SIGTERM, SIGCHLD];

    /** @var array<int, true> by process id */
    private array $workers = [];

    private bool $stopping = false;

    /** @param list<string> $command what a worker runs */
    public function __construct(private readonly array $command, private readonly int $count)
    {
    }

    public function run(): void
    {
        pcntl_sigprocmask(SIG_BLOCK, self::SIGNALS);
        for ($i = 0; $i < $this->count; $i++) {
            $this->start();
        }
        while ($this->workers !== []) {
            match (pcntl_sigwaitinfo(self::SIGNALS)) {
                SIGTERM => $this->stop(),
                SIGCHLD => $this->reap(),
            };
        }
        $this->say('stopped');
    }

    private function start(): void
    {
        $worker = pcntl_fork();
        if ($worker === 0) {
            pcntl_sigprocmask(SIG_UNBLOCK, self::SIGNALS);
            pcntl_exec($this->command[0], array_slice($this->command, 1));
            exit(1);
        }
        $this->workers[$worker] = true;
        $this->say("worker {$worker} is there");
    }

    private function stop(): void
    {
        $this->stopping = true;
        foreach (array_keys($this->workers) as $worker) {
            posix_kill($worker, SIGTERM);
        }
        $this->say('stopping');
    }

    /** One signal may stand for several workers that have ended. */
    private function reap(): void
    {
        while (($ended = pcntl_wait($status, WNOHANG)) > 0) {
            unset($this->workers[$ended]);
            $this->say("worker {$ended} is gone");
            if (!$this->stopping) {
                $this->start();
            }
        }
    }

    private function say(string $what): void
    {
        echo "{$what}\n";
    }
}
