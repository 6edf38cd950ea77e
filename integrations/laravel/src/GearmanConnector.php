<?php

declare(strict_types=1);

namespace GearmanRs\Laravel;

use GearmanRs\Queue\Grabber;
use GearmanRs\Queue\Inspector;
use GearmanRs\Queue\Servers;
use GearmanRs\Queue\Setting;
use GearmanRs\Queue\Submitter;
use Illuminate\Queue\Connectors\ConnectorInterface;

final class GearmanConnector implements ConnectorInterface
{
    private const DEFAULTS = [
        'driver' => 'gearman',
        'servers' => 'localhost:4730',
        'queue' => 'default',
        'block_for' => 0,
        'timeout' => 5,
        'after_commit' => false,
    ];

    public function __construct(private readonly HeldJob $held)
    {
    }

    /**
     * @param array<string, mixed> $config
     *
     * @throws \InvalidArgumentException when something in it cannot be used; the text quotes it
     */
    public function connect(array $config): GearmanQueue
    {
        Setting::refuseUnknown($config, array_keys(self::DEFAULTS));
        $config += self::DEFAULTS;
        $servers = new Servers((string) $config['servers']);
        $timeout = Setting::seconds('timeout', $config['timeout']);

        return new GearmanQueue(
            new Submitter($servers, $timeout),
            new Grabber($servers, $timeout),
            new Inspector($servers, $timeout),
            $this->held,
            Setting::queue($config['queue']),
            Setting::seconds('block_for', $config['block_for']),
            (bool) $config['after_commit'],
        );
    }
}
