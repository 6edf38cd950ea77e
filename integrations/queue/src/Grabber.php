<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

use GearmanJob;
use GearmanRs\Worker;
use GearmanWorker;

/** Takes jobs from the servers, to be held until they are completed or failed. */
final class Grabber
{
    /** @var array<string, GearmanWorker> by function: one that has several is given the jobs of any */
    private array $workers = [];

    /** @param float $timeout seconds that a server may take for its answer; gearman_rs has its own idea of that */
    public function __construct(private readonly Servers $servers, private readonly float $timeout)
    {
    }

    /**
     * @param float $seconds how long to wait for a job when none is queued; with php-gearman not at all. A signal ends
     *                       the wait
     */
    public function grab(string $function, float $seconds = 0.0): ?Assignment
    {
        $worker = $this->workers[$function] ?? $this->worker($function);
        if ($worker instanceof Worker) {
            // One of php-gearman is asked once: it crashes when it has given a job and is then asked twice in vain.
            $this->workers[$function] = $worker;
        }
        $deadline = microtime(true) + $seconds;
        do {
            $job = $this->ask($worker);
            if ($job !== null) {
                return new Assignment($job, $worker);
            }
        } while ($this->mayHaveCome($worker, $deadline));
        return null;
    }

    /** Lets go of the connection for a function: what is still held goes back to the server. */
    public function drop(string $function): void
    {
        unset($this->workers[$function]);
    }

    private function ask(GearmanWorker $worker): ?GearmanJob
    {
        $job = @$worker->grabJob();
        if ($job === false && !self::isEmpty($worker)) {
            // A connection that went away while nothing was asked is noticed by the first question and made anew by the next.
            $job = @$worker->grabJob();
        }
        if ($job === false && !self::isEmpty($worker)) {
            throw new ServerFailed("No job was given by {$this->servers->list}: {$worker->error()}", $worker->returnCode());
        }
        return $job ?: null;
    }

    /** A server that does not answer has nothing to give, for now. */
    private static function isEmpty(GearmanWorker $worker): bool
    {
        return in_array($worker->returnCode(), [GEARMAN_NO_JOBS, GEARMAN_TIMEOUT, GEARMAN_IO_WAIT], true);
    }

    private function worker(string $function): GearmanWorker
    {
        $worker = class_exists(Worker::class, false) ? new Worker() : new GearmanWorker();
        $worker->setTimeout(max(1, (int) ($this->timeout * 1000)));
        $this->servers->join($worker);
        if (!@$worker->register($function)) {
            throw new InvalidSetting("The queue \"{$function}\" is refused: {$worker->error()}");
        }
        return $worker;
    }

    /** Sleeps until a server says that there is a job, or the time is over. */
    private function mayHaveCome(GearmanWorker $worker, float $deadline): bool
    {
        $left = $deadline - microtime(true);
        if ($left <= 0 || !$worker instanceof Worker) {
            return false;
        }
        $read = [$worker->stream()];
        $write = $except = null;
        $seconds = (int) $left;
        return (bool) @stream_select($read, $write, $except, $seconds, (int) (($left - $seconds) * 1_000_000));
    }
}
