<?php

declare(strict_types=1);

namespace GearmanRs\Laravel;

use GearmanRs\Queue\Assignment;
use GearmanRs\Queue\InvalidSetting;
use GearmanRs\Queue\NeedsGearmanRs;
use GearmanRs\Queue\ServerFailed;
use Illuminate\Contracts\Container\Container;
use Illuminate\Contracts\Queue\Job as JobContract;
use Illuminate\Queue\Jobs\Job;

final class QueuedJob extends Job implements JobContract
{
    public function __construct(
        Container $container,
        private readonly GearmanQueue $origin,
        private readonly Assignment $assignment,
        string $connectionName,
        string $queue,
    ) {
        $this->container = $container;
        $this->connectionName = $connectionName;
        $this->queue = $queue;
    }

    /** Ends the job of Gearman's. */
    public function delete(): void
    {
        parent::delete();
        $this->hasFailed() ? $this->assignment->fail() : $this->assignment->complete();
    }

    /**
     * Queues the job again, one attempt older, before this one ends: so it may be done twice, and is never lost.
     *
     * @param \DateTimeInterface|\DateInterval|int $delay
     */
    public function release($delay = 0): void
    {
        try {
            $this->origin->laterRaw($this->nextPayload(), $this->queue, $delay);
        } catch (NeedsGearmanRs | InvalidSetting $exception) {
            // No later try would do better.
            $this->fail($exception);
            throw $exception;
        } catch (ServerFailed $exception) {
            // It comes again as it is.
            $this->origin->giveBack($this->queue);
            throw $exception;
        }
        parent::release($delay);
        $this->assignment->complete();
    }

    /** With this one. A worker that was killed has not counted its own. */
    public function attempts(): int
    {
        return (int) ($this->payload()['attempts'] ?? 0) + 1;
    }

    public function getJobId(): string
    {
        return $this->assignment->handle;
    }

    public function getRawBody(): string
    {
        return $this->assignment->workload;
    }

    /** @return array<string, mixed> */
    public function payload(): array
    {
        $payload = json_decode($this->getRawBody(), true);
        return is_array($payload) ? $payload : [];
    }

    public function getName(): string
    {
        return $this->canBeRead() ? $this->payload()['job'] : '(a payload that cannot be read)';
    }

    public function canBeRead(): bool
    {
        $payload = json_decode($this->getRawBody());
        return $payload instanceof \stdClass && is_string($payload->job ?? null) && property_exists($payload, 'data');
    }

    protected function failed($e): void
    {
        if ($this->canBeRead()) {
            parent::failed($e);
        }
    }

    private function nextPayload(): string
    {
        $payload = json_decode($this->getRawBody());
        $payload->attempts = $this->attempts();
        return json_encode($payload, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION);
    }
}
