<?php

declare(strict_types=1);

namespace App;

use GearmanRs\Integrations\Readme;
use Symfony\Bundle\FrameworkBundle\FrameworkBundle;
use Symfony\Component\Config\Loader\LoaderInterface;
use Symfony\Component\HttpKernel\Kernel as BaseKernel;

/** An application whose configuration is what the README says, and a message with its handler. */
final class Kernel extends BaseKernel
{
    private const README = __DIR__ . '/../../../README.md';

    public function registerBundles(): iterable
    {
        return [new FrameworkBundle()];
    }

    public function registerContainerConfiguration(LoaderInterface $loader): void
    {
        foreach (['# config/services.yaml', '# config/packages/messenger.yaml'] as $file) {
            // Only YAML files are read as such.
            $copy = $this->getCacheDir() . '/' . md5($file) . '.yaml';
            file_put_contents($copy, Readme::listing(self::README, 'yaml', $file));
            $loader->load($copy);
        }
        $loader->load(__DIR__ . '/../config.yaml');
    }

    public function getProjectDir(): string
    {
        return dirname(__DIR__);
    }

    public function getCacheDir(): string
    {
        // One for the whole run.
        return getenv('APP_CACHE') . '/cache';
    }

    public function getLogDir(): string
    {
        return getenv('APP_FOLDER') . '/log';
    }
}
