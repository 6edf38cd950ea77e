<?php

declare(strict_types=1);

namespace GearmanRs\Messenger\Tests;

use App\Message\SendMail;
use GearmanRs\Integrations\Command;
use GearmanRs\Integrations\GearmanTestCase;
use GearmanRs\Messenger\GearmanTransport;
use GearmanRs\Messenger\GearmanTransportFactory;
use Symfony\Component\Messenger\Envelope;
use Symfony\Component\Messenger\Exception\TransportException;
use Symfony\Component\Messenger\Transport\Serialization\PhpSerializer;
use Symfony\Component\Messenger\Transport\Serialization\SerializerInterface;

abstract class TransportTestCase extends GearmanTestCase
{
    protected const QUEUE = 'mail';

    protected function transport(string $queue = 'mail', string $query = '', ?SerializerInterface $serializer = null): GearmanTransport
    {
        return (new GearmanTransportFactory())->createTransport("gearman://{$this->server->address()}/{$queue}{$query}", [], $serializer ?? new PhpSerializer());
    }

    protected function receiveOne(GearmanTransport $transport): Envelope
    {
        return eventually('a message comes', static fn (): ?Envelope => [...$transport->get()][0] ?? null);
    }

    /** `bin/console messenger:consume` in a process of its own. */
    protected function consume(string ...$arguments): Command
    {
        return $this->console('messenger:consume', '-vv', '--sleep=0.01', ...$arguments);
    }

    protected function console(string ...$arguments): Command
    {
        return $this->start([__DIR__ . '/App/console', ...$arguments], $this->environment('?wait=1'));
    }

    /** @return array<string, string> */
    protected function environment(string $query): array
    {
        return ['MESSENGER_TRANSPORT_DSN' => "gearman://{$this->server->address()}/mail{$query}"];
    }

    /** @param callable(): mixed $call */
    protected static function assertThrows(string $text, callable $call): void
    {
        try {
            $call();
        } catch (TransportException $exception) {
            self::assertStringContainsString($text, $exception->getMessage());
            return;
        }
        self::fail('nothing was thrown');
    }

    protected function send(string $to, string $wish = ''): void
    {
        $this->transport()->send(new Envelope(new SendMail($to, $wish)));
    }
}
