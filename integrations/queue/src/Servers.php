<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

use GearmanClient;
use GearmanException;
use GearmanWorker;

/** The list of job servers. Connections are made when something is first asked of them. */
final class Servers
{
    private const SERVER = '/^(?:\[[0-9a-f:.]+\]|[^\s:,\/@\[\]]+)(?::(?<port>\d{1,5}))?$/Di';

    /** @param string $list "host", "host:port" or "[::1]:port", separated by commas */
    public function __construct(public readonly string $list)
    {
        foreach (explode(',', $list) as $server) {
            $isServer = preg_match(self::SERVER, $server, $parts) === 1;
            $port = (int) ($parts['port'] ?? GEARMAN_DEFAULT_TCP_PORT);
            if (!$isServer || $port < 1 || $port > 65_535) {
                throw new InvalidSetting(sprintf('"%s" in the servers "%s" is no "host" and no "host:port".', $server, $list));
            }
        }
    }

    /**
     * @template T of GearmanClient|GearmanWorker
     *
     * @param T $peer
     *
     * @return T
     */
    public function join(GearmanClient|GearmanWorker $peer): GearmanClient|GearmanWorker
    {
        try {
            if (@$peer->addServers($this->list)) {
                return $peer;
            }
            $why = $peer->error();
        } catch (GearmanException $exception) {
            $why = $peer->error() ?: $exception->getMessage();
        }
        throw new ServerFailed("The job servers {$this->list} cannot be used: {$why}", $peer->returnCode(), $exception ?? null);
    }
}
