<?php

declare(strict_types=1);

namespace GearmanRs\Laravel;

use Illuminate\Queue\Events\WorkerStopping;
use Illuminate\Queue\QueueManager;
use Illuminate\Support\ServiceProvider;

/** Adds the driver `gearman` for connections in config/queue.php. */
final class GearmanServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        $held = new HeldJob();
        $this->callAfterResolving('queue', static function (QueueManager $manager) use ($held): void {
            $manager->addConnector('gearman', static fn (): GearmanConnector => new GearmanConnector($held));
        });
        $this->app['events']->listen(WorkerStopping::class, $held->release(...));
    }
}
