<?php

declare(strict_types=1);

namespace GearmanRs\Laravel;

use GearmanRs\Queue\Failure;
use WeakReference;

/**
 * The job that this process does. A worker kills itself when a job takes too long; Gearman would hand the job out again
 * as it is, its attempt uncounted, and it would go round for ever.
 */
final class HeldJob
{
    /** @var WeakReference<QueuedJob>|null */
    private ?WeakReference $job = null;

    public function hold(QueuedJob $job): void
    {
        $this->job = WeakReference::create($job);
    }

    public function release(): void
    {
        $job = $this->job?->get();
        if ($job === null || $job->isDeletedOrReleased()) {
            return;
        }
        try {
            $job->release();
        } catch (Failure) {
            // The process ends all the same, and with it the job goes back.
        }
    }
}
