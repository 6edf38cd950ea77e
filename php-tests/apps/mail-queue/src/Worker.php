<?php

declare(strict_types=1);

namespace MailQueue;

use GearmanJob;
use GearmanWorker;
use RuntimeException;

/** Sends queued mails one after the other, until it is told to stop. */
final class Worker
{
    private const MOST_ATTEMPTS = 3;

    /** Milliseconds after which an idle worker looks whether it has to stop. */
    private const PATIENCE = 200;

    private readonly GearmanWorker $worker;

    private bool $stopping = false;

    /** @param Queue $undeliverable where mails go that could not be sent */
    public function __construct(
        string $servers,
        string $queue,
        private readonly Mailer $mailer,
        private readonly Queue $again,
        private readonly Queue $undeliverable,
    ) {
        $this->worker = new GearmanWorker();
        $this->worker->addServers($servers);
        $this->worker->setTimeout(self::PATIENCE);
        $this->worker->addFunction($queue, $this->deliver(...));
    }

    public function stop(): void
    {
        $this->stopping = true;
    }

    public function run(): void
    {
        while (!$this->stopping) {
            $this->next();
        }
    }

    /** @return bool whether there was a mail */
    public function next(): bool
    {
        if (@$this->worker->work()) {
            return true;
        }
        return match ($this->worker->returnCode()) {
            GEARMAN_TIMEOUT => false,
            default => throw new RuntimeException("the worker cannot go on: {$this->worker->error()}"),
        };
    }

    private function deliver(GearmanJob $job): void
    {
        $mail = Mail::fromJson($job->workload());
        try {
            $this->mailer->send($mail);
        } catch (RuntimeException) {
            // The next attempt is queued before this job ends, so that the mail is never in no queue.
            $mail->attempt < self::MOST_ATTEMPTS ? $this->again->put($mail->again(), Priority::Bulk) : $this->undeliverable->put($mail);
        }
    }
}
