<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

use GearmanJob;
use GearmanWorker;

/**
 * A job that this process has. The server gives it to another worker when it is neither completed nor failed by the time
 * the connection is gone, with the process or without it.
 */
final class Assignment
{
    public readonly string $handle;

    public readonly string $workload;

    /** @param GearmanWorker $worker whose connection the job came by, and which has to live as long */
    public function __construct(private ?GearmanJob $job, private ?GearmanWorker $worker)
    {
        $this->handle = (string) $job->handle();
        $this->workload = $job->workload();
    }

    public function complete(): void
    {
        $this->end(static fn (GearmanJob $job): bool => @$job->sendComplete(''));
    }

    public function fail(): void
    {
        $this->end(static fn (GearmanJob $job): bool => @$job->sendFail());
    }

    /**
     * A second end is none, as for GearmanJob.
     *
     * @param callable(GearmanJob): bool $send
     */
    private function end(callable $send): void
    {
        if ($this->job === null) {
            return;
        }
        $sent = $send($this->job);
        $why = $this->worker->error();
        // In this order: php-gearman crashes at exit() when a job outlives its worker.
        $this->job = null;
        $this->worker = null;
        if (!$sent) {
            throw new ServerFailed("The end of the job {$this->handle} could not be told, so it will be done again: {$why}");
        }
    }
}
