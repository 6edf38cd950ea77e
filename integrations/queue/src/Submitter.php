<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

use GearmanClient;
use GearmanRs\Client;

/** Queues background jobs, and returns when a server has them. */
final class Submitter
{
    /** Later than Gearman can say, and still an int. */
    private const NEVER = 1e15;

    private ?GearmanClient $client = null;

    /** @param float $timeout seconds that a server may take for its answer */
    public function __construct(private readonly Servers $servers, private readonly float $timeout)
    {
    }

    /** @return string the job's handle */
    public function submit(string $function, string $workload): string
    {
        $client = $this->client();
        return $this->handle($client, @$client->doBackground($function, $workload));
    }

    /**
     * Queues a job that no worker gets before its time.
     *
     * @param float  $delay seconds from now; gearmand counts whole ones, so that it may be up to one more
     * @param string $what  what wants to be delayed, for the exception when that cannot be
     *
     * @return string the job's handle
     */
    public function submitLater(string $function, string $workload, float $delay, string $what): string
    {
        if ($delay <= 0) {
            return $this->submit($function, $workload);
        }
        $client = $this->client();
        if (!$client instanceof Client) {
            throw NeedsGearmanRs::for($what);
        }
        try {
            $handle = @$client->doBackgroundAt($function, $workload, (int) min(ceil(microtime(true) + $delay), self::NEVER));
        } catch (\ValueError $error) {
            throw new InvalidSetting(sprintf('A delay of %s seconds is too long for Gearman: %s', $delay, $error->getMessage()), 0, $error);
        }
        return $this->handle($client, $handle);
    }

    private function handle(GearmanClient $client, mixed $handle): string
    {
        if ($client->returnCode() !== GEARMAN_SUCCESS) {
            throw new ServerFailed("The job was not queued at {$this->servers->list}: {$client->error()}", $client->returnCode());
        }
        return (string) $handle;
    }

    private function client(): GearmanClient
    {
        if ($this->client === null) {
            $client = class_exists(Client::class, false) ? new Client() : new GearmanClient();
            $client->setTimeout(max(1, (int) ($this->timeout * 1000)));
            $this->client = $this->servers->join($client);
        }
        return $this->client;
    }
}
