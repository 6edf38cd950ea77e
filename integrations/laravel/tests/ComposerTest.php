<?php

declare(strict_types=1);

namespace GearmanRs\Laravel\Tests;

use GearmanRs\Integrations\ComposerProject;
use GearmanRs\Laravel\GearmanServiceProvider;
use PHPUnit\Framework\TestCase;

final class ComposerTest extends TestCase
{
    public function testAProjectThatRequiresThePackageHasItsClasses(): void
    {
        $project = new ComposerProject('illuminate/queue', 'php-illuminate-queue');
        self::assertSame('', $project->install('gearman-rs/laravel'));
        foreach (['queue' => 'GearmanRs\\Queue\\Submitter', 'laravel' => GearmanServiceProvider::class] as $package => $class) {
            self::assertStringContainsString("/gearman-rs/{$package}/src/", $project->fileOf($class));
        }
    }
}
