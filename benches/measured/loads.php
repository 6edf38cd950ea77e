<?php

// The loads, the same for both extensions. Each gets its scene and returns what is measured: a function that does the
// work so many times, and fails when some of it was not done. What is left in the queue is counted from outside.

declare(strict_types=1);

return [
    'ping' => function (Scene $scene): callable {
        [$client, $workload] = [$scene->client(), $scene->workload];
        return function (int $count) use ($client, $workload) {
            for ($i = 0; $i < $count; $i++) {
                $client->ping($workload) || fail('ping: ' . $client->error());
            }
        };
    },

    'background' => function (Scene $scene): callable {
        [$client, $function, $workload] = [$scene->client(), $scene->function, $scene->workload];
        return function (int $count) use ($client, $function, $workload) {
            for ($i = 0; $i < $count; $i++) {
                $client->doBackground($function, $workload) || fail('doBackground: ' . $client->error());
            }
        };
    },

    'normal' => function (Scene $scene): callable {
        [$client, $function, $workload] = [$scene->client(), $scene->function, $scene->workload];
        return function (int $count) use ($client, $function, $workload) {
            for ($i = 0; $i < $count; $i++) {
                $client->doNormal($function, $workload) === $workload || fail('doNormal: ' . $client->error());
            }
        };
    },

    // What a web request does: a new client, one job, gone.
    'connect' => function (Scene $scene): callable {
        [$function, $workload] = [$scene->function, $scene->workload];
        return function (int $count) use ($scene, $function, $workload) {
            for ($i = 0; $i < $count; $i++) {
                $client = $scene->client();
                $client->doBackground($function, $workload) || fail('doBackground: ' . $client->error());
            }
        };
    },

    'tasks' => function (Scene $scene): callable {
        [$client, $function, $workload] = [$scene->client(), $scene->function, $scene->workload];
        $answered = 0;
        $client->setCompleteCallback(function (GearmanTask $task) use (&$answered) {
            $answered++;
        });
        return function (int $count) use ($client, $function, $workload, &$answered) {
            $expected = $answered + $count;
            for ($i = 0; $i < $count; $i++) {
                $client->addTask($function, $workload);
            }
            $client->runTasks() || fail('runTasks: ' . $client->error());
            $answered === $expected || fail('runTasks: not every task was answered');
        };
    },

    'tasks-background' => function (Scene $scene): callable {
        [$client, $function, $workload] = [$scene->client(), $scene->function, $scene->workload];
        return function (int $count) use ($client, $function, $workload) {
            for ($i = 0; $i < $count; $i++) {
                $client->addTaskBackground($function, $workload);
            }
            $client->runTasks() || fail('runTasks: ' . $client->error());
        };
    },

    'work' => function (Scene $scene): callable {
        $done = 0;
        $worker = $scene->worker(function (GearmanJob $job) use (&$done) {
            $done++;
        });
        return function (int $count) use ($worker, &$done) {
            $expected = $done + $count;
            for ($i = 0; $i < $count; $i++) {
                $worker->work() || fail('work: ' . $worker->error());
            }
            $done === $expected || fail('work: not every call did one job');
        };
    },

    // What gearman_rs has in place of the loop above; php-gearman has nothing else.
    'run' => function (Scene $scene): callable {
        if (!class_exists(GearmanRs\Worker::class)) {
            return (require __FILE__)['work']($scene);
        }
        $done = 0;
        $worker = $scene->worker(function (GearmanJob $job) use (&$done) {
            $done++;
        }, new GearmanRs\Worker());
        return function (int $count) use ($worker, &$done) {
            $expected = $done + $count;
            $worker->run(jobs: $count) === 'jobs' && $done === $expected || fail('run: not every job was done');
        };
    },

    'returnCode' => function (Scene $scene): callable {
        $client = $scene->client();
        return function (int $count) use ($client) {
            for ($i = 0; $i < $count; $i++) {
                $client->returnCode();
            }
        };
    },

    'timeout' => function (Scene $scene): callable {
        $client = $scene->client();
        return function (int $count) use ($client) {
            for ($i = 0; $i < $count; $i++) {
                $client->timeout();
            }
        };
    },

    'setTimeout' => function (Scene $scene): callable {
        $client = $scene->client();
        return function (int $count) use ($client) {
            for ($i = 0; $i < $count; $i++) {
                $client->setTimeout(5000);
            }
        };
    },
];
