<?php

declare(strict_types=1);

namespace GearmanRs\Messenger\Tests;

use App\Message\SendMail;
use Gearmand;
use GearmanClient;
use GearmanRs\Messenger\GearmanTransportFactory;
use Symfony\Component\Messenger\Envelope;
use Symfony\Component\Messenger\Exception\LogicException;
use Symfony\Component\Messenger\Exception\MessageDecodingFailedException;
use Symfony\Component\Messenger\Exception\TransportException;
use Symfony\Component\Messenger\Stamp\DelayStamp;
use Symfony\Component\Messenger\Stamp\TransportMessageIdStamp;
use Symfony\Component\Messenger\Transport\Serialization\PhpSerializer;

final class TransportTest extends TransportTestCase
{
    public function testAMessageComesAsItWasSent(): void
    {
        $sent = $this->transport()->send(new Envelope(new SendMail("anna\0\xff")));
        $transport = $this->transport();
        $received = $this->receiveOne($transport);
        self::assertEquals(new SendMail("anna\0\xff"), $received->getMessage());
        self::assertSame($sent->last(TransportMessageIdStamp::class)->getId(), $received->last(TransportMessageIdStamp::class)->getId());
        self::assertSame(1, $this->queue()['running']);
        $transport->ack($received);
        $this->awaitQueue(0);
    }

    public function testAnyBodyAndHeadersSurvive(): void
    {
        $serializer = new RawSerializer();
        $encoded = ['body' => "\0\n\xff{}\n", 'headers' => ['type' => 'mail/Grüße', 'x' => "a\nb"]];
        $transport = $this->transport(serializer: $serializer);
        $transport->send(RawSerializer::envelope($encoded));
        $this->receiveOne($transport);
        self::assertSame($encoded, $serializer->decoded);
    }

    public function testHeadersThatAreNoTextAreRefused(): void
    {
        $this->expectException(TransportException::class);
        $this->transport(serializer: new RawSerializer())->send(RawSerializer::envelope(['body' => '', 'headers' => ['x' => "\xff"]]));
    }

    public function testNothingIsNoMessage(): void
    {
        self::assertSame([], [...$this->transport()->get()]);
        self::assertSame([], [...$this->transport(query: '?wait=0.01')->get()]);
    }

    public function testNoDelayIsNoDelay(): void
    {
        $this->transport()->send(new Envelope(new SendMail('anna'), [new DelayStamp(0)]));
        self::assertSame('anna', $this->receiveOne($this->transport())->getMessage()->to);
    }

    public function testSeveralMessagesAreHeldAtATime(): void
    {
        $this->send('anna');
        $this->send('bert');
        $transport = $this->transport();
        $anna = $this->receiveOne($transport);
        $bert = $this->receiveOne($transport);
        self::assertSame(2, $this->queue()['running']);
        $transport->ack($bert);
        $transport->reject($anna);
        $this->awaitQueue(0);
    }

    public function testARejectedMessageIsGone(): void
    {
        $this->send('anna');
        $transport = $this->transport();
        $transport->reject($this->receiveOne($transport));
        $this->awaitQueue(0);
        self::assertSame([], [...$transport->get()]);
    }

    public function testAMessageThatIsNeitherAcknowledgedNorRejectedComesAgain(): void
    {
        $this->send('anna');
        $transport = $this->transport();
        $envelope = $this->receiveOne($transport);
        unset($transport, $envelope);
        self::assertSame('anna', $this->receiveOne($this->transport())->getMessage()->to);
    }

    public function testTheStampsOfOneDeliveryDoNotGoIntoTheNext(): void
    {
        $this->send('anna');
        $transport = $this->transport();
        for ($delivery = 1; $delivery <= 3; $delivery++) {
            $envelope = $this->receiveOne($transport);
            self::assertCount(1, $envelope->all(TransportMessageIdStamp::class));
            $transport->send($envelope);
            $transport->ack($envelope);
        }
    }

    /** @dataProvider undecodable */
    #[\PHPUnit\Framework\Attributes\DataProvider('undecodable')]
    public function testAMessageThatCannotBeDecodedIsRejected(string $workload): void
    {
        $client = new GearmanClient();
        $client->addServers($this->server->address());
        $client->doBackground('mail', $workload);
        $transport = $this->transport();
        try {
            $this->receiveOne($transport);
            self::fail('nothing was thrown');
        } catch (MessageDecodingFailedException) {
            $this->awaitQueue(0);
        }
        self::assertSame([], [...$transport->get()]);
    }

    public static function undecodable(): iterable
    {
        yield 'no headers' => ["\xff\0binary"];
        yield 'headers alone' => ['{}'];
        yield 'headers that are no object' => ["1\nbody"];
        yield 'an empty body' => ["{}\n"];
        yield 'a class that is not there' => ["{}\n" . addslashes('O:7:"Missing":0:{}')];
        yield 'what is no envelope' => ["{}\n" . addslashes('a:0:{}')];
        yield 'half a message' => ["{}\n" . addslashes('O:36:"Symfony\\Component\\Messenger\\Envelope":2:{')];
    }

    public function testServersThatCannotBeReached(): void
    {
        $transport = $this->transport();
        $this->server->kill();
        foreach ([static fn () => $transport->get(), static fn () => $transport->send(new Envelope(new SendMail('anna')))] as $call) {
            try {
                $call();
                self::fail('nothing was thrown');
            } catch (TransportException $exception) {
                self::assertStringContainsString($this->server->address(), $exception->getMessage());
            }
        }
    }

    public function testAServerThatDoesNotAnswerHoldsNobodyUpForEver(): void
    {
        $transport = $this->transport(query: '?timeout=0.2');
        self::assertSame([], [...$transport->get()]);
        $this->server->hang();
        try {
            self::assertSame([], [...$transport->get()]);
        } catch (TransportException $exception) {
            self::assertStringContainsString($this->server->address(), $exception->getMessage());
        }
        self::assertThrows($this->server->address(), static fn () => $transport->send(new Envelope(new SendMail('anna'))));
        $this->server->goOn();
        $this->send('bert');
        self::assertContains($this->receiveOne($this->transport())->getMessage()->to, ['anna', 'bert']);
    }

    public function testMessagesComeFromEveryServer(): void
    {
        $first = $this->server;
        $this->send('anna');
        $this->server = Gearmand::start();
        $this->send('bert');
        $both = "gearman://{$first->address()},{$this->server->address()}/mail";
        $transport = (new GearmanTransportFactory())->createTransport($both, [], new PhpSerializer());
        $held = [$this->receiveOne($transport), $this->receiveOne($transport)];
        $to = array_map(static fn (Envelope $envelope): string => $envelope->getMessage()->to, $held);
        sort($to);
        self::assertSame(['anna', 'bert'], $to);
    }

    public function testAnEnvelopeOfAnotherTransportIsRefused(): void
    {
        $this->expectException(LogicException::class);
        $this->transport()->ack(new Envelope(new SendMail('anna')));
    }
}
