<?php

declare(strict_types=1);

namespace GearmanRs\Tests;

use GearmanTask;

final class TasksTest extends GearmanTestCase
{
    public function testResultsAreCollectedByContext(): void
    {
        $this->startWorker();
        $this->startWorker();
        $results = [];
        $client = $this->client();
        $client->setCompleteCallback(function (GearmanTask $task, string $word) use (&$results): void {
            $results[$word] = $task->data();
        });
        foreach (['one', 'two', 'three'] as $word) {
            $client->addTask('reverse', $word, $word);
        }
        self::assertTrue($client->runTasks());
        ksort($results);
        self::assertSame(['one' => 'eno', 'three' => 'eerht', 'two' => 'owt'], $results);
    }

    public function testEachEndHasItsCallback(): void
    {
        $this->startWorker();
        $events = [];
        $client = $this->client();
        foreach (['Complete', 'Fail', 'Exception'] as $event) {
            $client->{"set{$event}Callback"}(function (GearmanTask $task) use (&$events, $event): void {
                $events[$task->functionName()] = [$event, $task->data()];
            });
        }
        foreach (['reverse', 'fail', 'throw'] as $function) {
            $client->addTask($function, 'this');
        }
        self::assertTrue($client->runTasks());
        ksort($events);
        self::assertSame([
            'fail' => ['Fail', ''],
            'reverse' => ['Complete', 'siht'],
            'throw' => ['Exception', 'DomainException: cannot do this'],
        ], $events);
    }

    public function testProgressIsReported(): void
    {
        $this->startWorker();
        $progress = [];
        $data = '';
        $client = $this->client();
        $client->setStatusCallback(function (GearmanTask $task) use (&$progress): void {
            $progress[] = "{$task->taskNumerator()}/{$task->taskDenominator()}";
        });
        $client->setDataCallback(function (GearmanTask $task) use (&$data): void {
            $data .= $task->data();
        });
        $client->addTask('chunks', 'abc');
        self::assertTrue($client->runTasks());
        self::assertSame(['1/3', '2/3', '3/3'], $progress);
        self::assertSame('abc', $data);
    }

    public function testBackgroundTasksAreQueued(): void
    {
        $client = $this->client();
        for ($i = 0; $i < 10; $i++) {
            $client->addTaskBackground('mail', "mail {$i}");
        }
        self::assertTrue($client->runTasks());
        self::assertSame(10, $this->server->admin->queue('mail')['jobs']);
    }
}
