<?php

declare(strict_types=1);

namespace GearmanRs\Messenger\Tests;

use GearmanRs\Messenger\Dsn;
use GearmanRs\Messenger\GearmanTransport;
use GearmanRs\Messenger\GearmanTransportFactory;
use PHPUnit\Framework\TestCase;
use Symfony\Component\Messenger\Exception\InvalidArgumentException;
use Symfony\Component\Messenger\Transport\Serialization\PhpSerializer;

final class DsnTest extends TestCase
{
    public function testEverythingHasADefaultButTheServer(): void
    {
        $dsn = Dsn::parse('gearman://localhost', []);
        self::assertSame(['localhost', 'messages', 5.0, 0.0], [$dsn->servers->list, $dsn->queue, $dsn->timeout, $dsn->wait]);
    }

    public function testSeveralServersAQueueAndOptions(): void
    {
        $dsn = Dsn::parse('gearman://one:4730,two,[::1]:4731/mail%2Furgent?wait=0.5&timeout=2', []);
        self::assertSame(['one:4730,two,[::1]:4731', 'mail/urgent', 2.0, 0.5], [$dsn->servers->list, $dsn->queue, $dsn->timeout, $dsn->wait]);
    }

    public function testOptionsCountMoreThanTheDsn(): void
    {
        $dsn = Dsn::parse('gearman://one/mail?wait=1', ['queue' => 'failed', 'wait' => 2]);
        self::assertSame(['failed', 2.0], [$dsn->queue, $dsn->wait]);
    }

    public function testTheFactoryKnowsItsScheme(): void
    {
        $factory = new GearmanTransportFactory();
        self::assertTrue($factory->supports('gearman://localhost', []));
        self::assertFalse($factory->supports('redis://localhost', []));
        self::assertInstanceOf(GearmanTransport::class, $factory->createTransport('gearman://localhost', ['transport_name' => 'async'], new PhpSerializer()));
    }

    /** @dataProvider unusable */
    #[\PHPUnit\Framework\Attributes\DataProvider('unusable')]
    public function testWhatCannotBeUsedIsQuoted(string $dsn, array $options, string $quoted): void
    {
        try {
            (new GearmanTransportFactory())->createTransport($dsn, $options, new PhpSerializer());
        } catch (InvalidArgumentException $exception) {
            self::assertStringContainsString($quoted, $exception->getMessage());
            return;
        }
        self::fail('nothing was thrown');
    }

    public static function unusable(): iterable
    {
        $long = str_repeat('x', 513);
        yield 'no server' => ['gearman:///mail', [], 'The DSN "gearman:///mail" cannot be read'];
        yield 'a fragment' => ['gearman://localhost#mail', [], 'The DSN "gearman://localhost#mail" cannot be read'];
        yield 'a path of two' => ['gearman://localhost/a/b', [], 'The DSN "gearman://localhost/a/b" cannot be read'];
        yield 'an empty server' => ['gearman://one,,two/mail', [], '"" in the servers "one,,two"'];
        yield 'a password' => ['gearman://me:secret@one/mail', [], '"me:secret@one"'];
        yield 'a port that is none' => ['gearman://one:70000/mail', [], '"one:70000"'];
        yield 'a word for a port' => ['gearman://one:http/mail', [], '"one:http"'];
        yield 'an option that is none' => ['gearman://one/mail?prefetch=3', [], '"prefetch"'];
        yield 'another option that is none' => ['gearman://one/mail', ['stream' => 'x'], '"stream"'];
        yield 'a wait that is no number' => ['gearman://one/mail?wait=soon', [], '"soon"'];
        yield 'a negative wait' => ['gearman://one/mail?wait=-1', [], '"-1"'];
        yield 'several waits' => ['gearman://one/mail?wait[]=1', [], 'array'];
        yield 'a timeout that is true' => ['gearman://one/mail', ['timeout' => true], 'true'];
        yield 'a long name' => ["gearman://one/{$long}", [], "\"{$long}\" has 513 bytes"];
        yield 'white space in a name' => ['gearman://one/my%20mail', [], '"my mail"'];
        yield 'a NUL in a name' => ['gearman://one/mail%00', [], '"mail\\000"'];
        yield 'a name that is none' => ['gearman://one', ['queue' => ['a']], 'not array'];
        yield 'an empty name' => ['gearman://one', ['queue' => ''], '""'];
    }
}
