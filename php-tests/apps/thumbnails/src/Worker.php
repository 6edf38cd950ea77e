<?php

declare(strict_types=1);

namespace Thumbnails;

use GearmanJob;
use GearmanWorker;
use RuntimeException;

final class Worker
{
    private readonly GearmanWorker $worker;

    public function __construct(string $servers, string $function)
    {
        $this->worker = new GearmanWorker();
        $this->worker->addServers($servers);
        $this->worker->addFunction($function, self::thumbnail(...));
    }

    public function run(): never
    {
        while ($this->worker->work() || $this->worker->returnCode() === GEARMAN_WORK_FAIL) {
            // The next one.
        }
        throw new RuntimeException("the worker cannot go on: {$this->worker->error()}");
    }

    private static function thumbnail(GearmanJob $job): ?string
    {
        ['source' => $source, 'target' => $target, 'factor' => $factor] = json_decode($job->workload(), true);
        try {
            Thumbnail::make($source, $target, $factor, static fn (int $done, int $of): bool => $job->sendStatus($done, $of));
        } catch (RuntimeException $exception) {
            $job->sendWarning($exception->getMessage());
            $job->sendFail();
            return null;
        }
        return $target;
    }
}
