<?php

declare(strict_types=1);

namespace Thumbnails;

use GearmanClient;
use GearmanTask;
use RuntimeException;

/** Has thumbnails made, all at the same time. */
final class Batch
{
    private readonly GearmanClient $client;

    /** @var array<string, float> by source: from 0 to 1 */
    private array $progress = [];

    /** @var array<string, string> by source: why there is no thumbnail */
    public array $failed = [];

    /** @var list<string> the thumbnails */
    public array $made = [];

    public function __construct(string $servers, private readonly string $function, private readonly ProgressBar $bar)
    {
        $this->client = new GearmanClient();
        $this->client->addServers($servers);
        $this->client->setStatusCallback(fn (GearmanTask $task) => $this->tell($task->unique(), $task->taskNumerator() / $task->taskDenominator()));
        $this->client->setWarningCallback(function (GearmanTask $task): void {
            $this->failed[$task->unique()] = $task->data();
        });
        $this->client->setFailCallback(fn (GearmanTask $task) => $this->tell($task->unique(), 1));
        $this->client->setCompleteCallback(function (GearmanTask $task): void {
            $this->made[] = $task->data();
            $this->tell($task->unique(), 1);
        });
    }

    public function add(string $source, string $target, int $factor): void
    {
        // A picture that is asked for twice is made once.
        $key = md5("{$source} {$target}");
        $this->progress[$key] = 0;
        $this->client->addTask($this->function, json_encode(compact('source', 'target', 'factor')), null, $key);
    }

    public function run(): void
    {
        if (!$this->client->runTasks()) {
            throw new RuntimeException("the thumbnails are not complete: {$this->client->error()}");
        }
    }

    private function tell(string $key, float $progress): void
    {
        $this->progress[$key] = $progress;
        $this->bar->show(array_sum($this->progress) / count($this->progress));
    }
}
