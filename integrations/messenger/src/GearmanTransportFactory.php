<?php

declare(strict_types=1);

namespace GearmanRs\Messenger;

use GearmanRs\Queue\Grabber;
use GearmanRs\Queue\InvalidSetting;
use GearmanRs\Queue\Inspector;
use GearmanRs\Queue\Submitter;
use Symfony\Component\Messenger\Exception\InvalidArgumentException;
use Symfony\Component\Messenger\Transport\Serialization\SerializerInterface;
use Symfony\Component\Messenger\Transport\TransportFactoryInterface;
use Symfony\Component\Messenger\Transport\TransportInterface;

final class GearmanTransportFactory implements TransportFactoryInterface
{
    public function createTransport(#[\SensitiveParameter] string $dsn, array $options, SerializerInterface $serializer): TransportInterface
    {
        // The framework adds it.
        unset($options['transport_name']);
        try {
            $dsn = Dsn::parse($dsn, $options);
        } catch (InvalidSetting $exception) {
            throw new InvalidArgumentException($exception->getMessage(), 0, $exception);
        }

        return new GearmanTransport(
            new GearmanSender(new Submitter($dsn->servers, $dsn->timeout), $serializer, $dsn->queue),
            new GearmanReceiver(new Grabber($dsn->servers, $dsn->timeout), $serializer, $dsn->queue, $dsn->wait),
            new Inspector($dsn->servers, $dsn->timeout),
            $dsn->queue,
        );
    }

    public function supports(#[\SensitiveParameter] string $dsn, array $options): bool
    {
        return str_starts_with($dsn, Dsn::SCHEME);
    }
}
