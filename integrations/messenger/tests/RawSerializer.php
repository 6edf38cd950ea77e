<?php

declare(strict_types=1);

namespace GearmanRs\Messenger\Tests;

use Symfony\Component\Messenger\Envelope;
use Symfony\Component\Messenger\Transport\Serialization\SerializerInterface;

/** Sends what its message says, and remembers what came. */
final class RawSerializer implements SerializerInterface
{
    /** @var array{body: string, headers: array<string, string>} */
    public array $decoded;

    /** @param array{body: string, headers: array<string, string>} $encoded */
    public static function envelope(array $encoded): Envelope
    {
        return new Envelope((object) ['encoded' => $encoded]);
    }

    public function decode(array $encodedEnvelope): Envelope
    {
        $this->decoded = $encodedEnvelope;
        return self::envelope($encodedEnvelope);
    }

    public function encode(Envelope $envelope): array
    {
        return $envelope->getMessage()->encoded;
    }
}
