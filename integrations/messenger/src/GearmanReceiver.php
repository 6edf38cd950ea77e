<?php

declare(strict_types=1);

namespace GearmanRs\Messenger;

use GearmanRs\Queue\Assignment;
use GearmanRs\Queue\Failure;
use GearmanRs\Queue\Grabber;
use Symfony\Component\Messenger\Envelope;
use Symfony\Component\Messenger\Exception\LogicException;
use Symfony\Component\Messenger\Exception\MessageDecodingFailedException;
use Symfony\Component\Messenger\Exception\TransportException;
use Symfony\Component\Messenger\Stamp\TransportMessageIdStamp;
use Symfony\Component\Messenger\Transport\Receiver\ReceiverInterface;
use Symfony\Component\Messenger\Transport\Serialization\SerializerInterface;

final class GearmanReceiver implements ReceiverInterface
{
    /** @param float $wait seconds that get() waits for a message */
    public function __construct(
        private readonly Grabber $grabber,
        private readonly SerializerInterface $serializer,
        private readonly string $queue,
        private readonly float $wait,
    ) {
    }

    public function get(): iterable
    {
        try {
            $assignment = $this->grabber->grab($this->queue, $this->wait);
        } catch (Failure $failure) {
            throw new TransportException($failure->getMessage(), 0, $failure);
        }

        return $assignment === null ? [] : [$this->envelope($assignment)];
    }

    public function ack(Envelope $envelope): void
    {
        $this->tell($this->assignment($envelope)->complete(...));
    }

    public function reject(Envelope $envelope): void
    {
        $this->tell($this->assignment($envelope)->fail(...));
    }

    private function envelope(Assignment $assignment): Envelope
    {
        try {
            $envelope = $this->serializer->decode(Workload::unpack($assignment->workload));
        } catch (\Throwable $failure) {
            // No worker could do better. A serializer that is given nonsense may throw anything.
            $this->tell($assignment->fail(...));
            throw $failure instanceof MessageDecodingFailedException
                ? $failure
                : new MessageDecodingFailedException("A message of the queue \"{$this->queue}\" cannot be decoded: {$failure->getMessage()}", 0, $failure);
        }

        return $envelope->withoutAll(TransportMessageIdStamp::class)->with(new GearmanReceivedStamp($assignment), new TransportMessageIdStamp($assignment->handle));
    }

    private function assignment(Envelope $envelope): Assignment
    {
        return $envelope->last(GearmanReceivedStamp::class)?->assignment
            ?? throw new LogicException('The envelope has no GearmanReceivedStamp: it was not received from Gearman.');
    }

    /** @param callable(): void $end */
    private function tell(callable $end): void
    {
        try {
            $end();
        } catch (Failure $failure) {
            throw new TransportException($failure->getMessage(), 0, $failure);
        }
    }
}
