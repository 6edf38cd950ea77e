<?php

declare(strict_types=1);

namespace GearmanRs\Messenger;

use GearmanRs\Queue\Failure;
use GearmanRs\Queue\Inspector;
use Symfony\Component\Messenger\Envelope;
use Symfony\Component\Messenger\Exception\TransportException;
use Symfony\Component\Messenger\Transport\Receiver\MessageCountAwareInterface;
use Symfony\Component\Messenger\Transport\TransportInterface;

final class GearmanTransport implements TransportInterface, MessageCountAwareInterface
{
    public function __construct(
        private readonly GearmanSender $sender,
        private readonly GearmanReceiver $receiver,
        private readonly Inspector $inspector,
        private readonly string $queue,
    ) {
    }

    public function send(Envelope $envelope): Envelope
    {
        return $this->sender->send($envelope);
    }

    public function get(): iterable
    {
        return $this->receiver->get();
    }

    public function ack(Envelope $envelope): void
    {
        $this->receiver->ack($envelope);
    }

    public function reject(Envelope $envelope): void
    {
        $this->receiver->reject($envelope);
    }

    /** Those that wait, delayed ones included; not those that a worker has. */
    public function getMessageCount(): int
    {
        try {
            return $this->inspector->count($this->queue, 'To count messages')['waiting'];
        } catch (Failure $failure) {
            throw new TransportException($failure->getMessage(), 0, $failure);
        }
    }
}
