<?php

declare(strict_types=1);

namespace GearmanRs\Tests;

use PHPUnit\Framework\TestCase;

final class PlatformTest extends TestCase
{
    public function testTheExtensionStandsInForPhpGearman(): void
    {
        self::assertTrue(extension_loaded('gearman'));
        self::assertSame('2.2.1', phpversion('gearman'));
        self::assertTrue(class_exists('GearmanClient', false));
        self::assertTrue(function_exists('gearman_client_do_background'));
    }
}
