<?php

declare(strict_types=1);

namespace GearmanRs\Laravel;

use GearmanRs\Queue\Grabber;
use GearmanRs\Queue\Inspector;
use GearmanRs\Queue\Setting;
use GearmanRs\Queue\Submitter;
use Illuminate\Contracts\Queue\Queue as QueueContract;
use Illuminate\Queue\Queue;

/** Queues are functions of Gearman's. */
final class GearmanQueue extends Queue implements QueueContract
{
    /** @param float $blockFor seconds that pop() waits for a job */
    public function __construct(
        private readonly Submitter $submitter,
        private readonly Grabber $grabber,
        private readonly Inspector $inspector,
        private readonly HeldJob $held,
        private readonly string $default,
        private readonly float $blockFor,
        bool $dispatchAfterCommit,
    ) {
        $this->dispatchAfterCommit = $dispatchAfterCommit;
    }

    public function push($job, $data = '', $queue = null)
    {
        return $this->enqueue($job, $data, $queue, null);
    }

    public function later($delay, $job, $data = '', $queue = null)
    {
        return $this->enqueue($job, $data, $queue, $delay);
    }

    /** What a job says of its own delay counts, as with the other drivers. */
    public function bulk($jobs, $data = '', $queue = null): void
    {
        foreach ((array) $jobs as $job) {
            $this->enqueue($job, $data, $queue, is_object($job) ? $job->delay ?? null : null);
        }
    }

    public function pushRaw($payload, $queue = null, array $options = []): string
    {
        return $this->laterRaw($payload, $queue, null);
    }

    /**
     * As later(), for a payload that exists.
     *
     * @param \DateTimeInterface|\DateInterval|int|null $delay or a number as a string, as Laravel takes it
     */
    public function laterRaw(string $payload, mixed $queue, mixed $delay): string
    {
        return $this->submitter->submitLater($this->getQueue($queue), $payload, $this->secondsUntil($delay ?? 0), 'A delayed job');
    }

    public function pop($queue = null): ?QueuedJob
    {
        $queue = $this->getQueue($queue);
        while ($assignment = $this->grabber->grab($queue, $this->blockFor)) {
            $job = new QueuedJob($this->container, $this, $assignment, (string) $this->connectionName, $queue);
            if ($job->canBeRead()) {
                $this->held->hold($job);
                return $job;
            }
            $job->fail(new UnreadablePayload("A job in the queue \"{$queue}\" is none of Laravel's: its payload is no JSON that names a job."));
        }
        return null;
    }

    /** Makes the server hand out again what this process holds of a queue, as soon as nobody here needs it. */
    public function giveBack(string $queue): void
    {
        $this->grabber->drop($queue);
    }

    /** All jobs: those that wait, delayed ones, and those that a worker has. */
    public function size($queue = null): int
    {
        return array_sum($this->count($queue));
    }

    /** Those that wait. gearmand does not tell delayed ones apart. */
    public function pendingSize($queue = null): int
    {
        return $this->count($queue)['waiting'];
    }

    /** gearmand does not tell: see pendingSize(). */
    public function delayedSize($queue = null): int
    {
        return 0;
    }

    public function reservedSize($queue = null): int
    {
        return $this->count($queue)['running'];
    }

    /** gearmand does not tell. */
    public function creationTimeOfOldestPendingJob($queue = null): ?int
    {
        return null;
    }

    public function getQueue(mixed $queue): string
    {
        $name = match (true) {
            $queue instanceof \BackedEnum => $queue->value,
            $queue instanceof \UnitEnum => $queue->name,
            default => $queue,
        };
        return Setting::queue($name ?: $this->default);
    }

    private function enqueue(mixed $job, mixed $data, mixed $queue, mixed $delay): mixed
    {
        $payload = $this->createPayload($job, $this->getQueue($queue), $data, $delay);

        return $this->enqueueUsing($job, $payload, $queue, $delay, $this->laterRaw(...));
    }

    /** @return array{waiting: int, running: int} */
    private function count(mixed $queue): array
    {
        return $this->inspector->count($this->getQueue($queue), 'The size of a queue');
    }
}
