<?php

declare(strict_types=1);

namespace GearmanRs\Messenger;

use GearmanRs\Queue\InvalidSetting;
use GearmanRs\Queue\Servers;
use GearmanRs\Queue\Setting;

/** What `gearman://host:4730,other/queue?wait=1` and the options beside it say. */
final class Dsn
{
    public const SCHEME = 'gearman://';

    private const DEFAULTS = ['queue' => 'messages', 'timeout' => 5.0, 'wait' => 0.0];

    private function __construct(
        public readonly Servers $servers,
        public readonly string $queue,
        public readonly float $timeout,
        public readonly float $wait,
    ) {
    }

    /** @param array<string, mixed> $options from the configuration; they count more than those in the DSN */
    public static function parse(string $dsn, array $options): self
    {
        if (preg_match('~^gearman://(?<servers>[^/?#]+)(?:/(?<queue>[^/?#]*))?(?:\?(?<query>[^#]*))?$~D', $dsn, $parts) !== 1) {
            throw new InvalidSetting(sprintf('The DSN "%s" cannot be read; it should look like "gearman://host:4730,other-host/queue?option=value".', $dsn));
        }
        parse_str($parts['query'] ?? '', $query);
        $given = array_filter(['queue' => rawurldecode($parts['queue'] ?? '')], strlen(...)) + $query;
        Setting::refuseUnknown($options + $query, array_keys(self::DEFAULTS));
        $settings = $options + $given + self::DEFAULTS;

        return new self(
            new Servers($parts['servers']),
            Setting::queue($settings['queue']),
            Setting::seconds('timeout', $settings['timeout']),
            Setting::seconds('wait', $settings['wait']),
        );
    }
}
