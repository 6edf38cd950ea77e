<?php

declare(strict_types=1);

namespace GearmanRs\Messenger\Tests;

use GearmanRs\Integrations\ComposerProject;
use GearmanRs\Messenger\GearmanTransportFactory;
use PHPUnit\Framework\TestCase;

final class ComposerTest extends TestCase
{
    public function testAProjectThatRequiresThePackageHasItsClasses(): void
    {
        $project = new ComposerProject('symfony/messenger', 'php-symfony-messenger');
        self::assertSame('', $project->install('gearman-rs/messenger'));
        foreach (['queue' => 'GearmanRs\\Queue\\Submitter', 'messenger' => GearmanTransportFactory::class] as $package => $class) {
            self::assertStringContainsString("/gearman-rs/{$package}/src/", $project->fileOf($class));
        }
    }

    public function testTheVersionIsThatOfTheProject(): void
    {
        self::assertSame(ComposerProject::versions(), array_fill_keys(['queue', 'messenger', 'laravel'], ComposerProject::version()));
    }
}
