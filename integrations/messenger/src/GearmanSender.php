<?php

declare(strict_types=1);

namespace GearmanRs\Messenger;

use GearmanRs\Queue\Failure;
use GearmanRs\Queue\Submitter;
use Symfony\Component\Messenger\Envelope;
use Symfony\Component\Messenger\Exception\TransportException;
use Symfony\Component\Messenger\Stamp\DelayStamp;
use Symfony\Component\Messenger\Stamp\TransportMessageIdStamp;
use Symfony\Component\Messenger\Transport\Sender\SenderInterface;
use Symfony\Component\Messenger\Transport\Serialization\SerializerInterface;

final class GearmanSender implements SenderInterface
{
    public function __construct(
        private readonly Submitter $submitter,
        private readonly SerializerInterface $serializer,
        private readonly string $queue,
    ) {
    }

    public function send(Envelope $envelope): Envelope
    {
        $workload = Workload::pack($this->serializer->encode($envelope));
        $delay = ($envelope->last(DelayStamp::class)?->getDelay() ?? 0) / 1000;
        try {
            $handle = $this->submitter->submitLater($this->queue, $workload, $delay, 'A message with a DelayStamp');
        } catch (Failure $failure) {
            throw new TransportException($failure->getMessage(), 0, $failure);
        }

        return $envelope->with(new TransportMessageIdStamp($handle));
    }
}
