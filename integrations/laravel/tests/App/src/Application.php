<?php

declare(strict_types=1);

namespace App;

use GearmanRs\Integrations\Readme;
use GearmanRs\Laravel\GearmanServiceProvider;
use Illuminate\Bus\Dispatcher as Bus;
use Illuminate\Cache\CacheManager;
use Illuminate\Config\Repository;
use Illuminate\Container\Container;
use Illuminate\Contracts\Bus\Dispatcher as BusContract;
use Illuminate\Contracts\Container\Container as ContainerContract;
use Illuminate\Contracts\Events\Dispatcher as EventsContract;
use Illuminate\Events\Dispatcher;
use Illuminate\Queue\QueueManager;

/** What of a Laravel application the queue needs, its connection configured as the README says. */
final class Application extends Container
{
    private const README = __DIR__ . '/../../../README.md';

    /** @param array<string, mixed> $settings beside those of the README */
    public static function boot(array $settings = []): self
    {
        $app = new self();
        self::setInstance($app);
        $app->instance(ContainerContract::class, $app);
        $connections = eval('return [' . Readme::listing(self::README, 'php', '// config/queue.php') . '];');
        $app->instance('config', new Repository([
            'queue' => ['default' => 'gearman', 'connections' => ['gearman' => $settings + $connections['gearman']]],
            'cache' => ['default' => 'array', 'stores' => ['array' => ['driver' => 'array']]],
        ]));
        $app->instance('events', new Dispatcher($app));
        $app->alias('events', EventsContract::class);
        $app->singleton(BusContract::class, static fn (): Bus => new Bus($app, static fn () => $app['queue']->connection()));
        $app->singleton('cache', static fn (): CacheManager => new CacheManager($app));
        $app->singleton('queue', static fn (): QueueManager => new QueueManager($app));
        (new GearmanServiceProvider($app))->register();
        return $app;
    }

    public function isDownForMaintenance(): bool
    {
        return false;
    }

    public function runningUnitTests(): bool
    {
        return false;
    }
}
