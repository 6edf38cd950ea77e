--TEST--
Fibers that end their waits at random, by an exception or by being destroyed, leave every other call its own result
--FILE--
<?php
require __DIR__ . '/../support/all.php';

mt_srand(20);
$function = unique_name('random');
for ($worker = 0; $worker < 3; $worker++) {
    start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
}
$scheduler = Scheduler::install();
$clients = array_map(fn () => client(), range(1, 20));
$busy = [];
$wrong = [];
$done = 0;
$call = function (int $number) use ($clients, $function, &$busy, &$wrong, &$done) {
    $client = $clients[$number];
    $load = bin2hex(random_bytes(mt_rand(1, 20_000)));
    try {
        if (mt_rand(0, 1)) {
            $results = [$client->doNormal($function, $load)];
        } else {
            $results = [];
            $client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
                $results[$task->unique()] = $task->data();
            });
            // Tasks that an earlier call has left behind may end here, too.
            $client->addTask($function, $load, null, $load_unique = uniqid());
            $client->runTasks();
            $results = [$results[$load_unique] ?? 'nothing'];
        }
        $done++;
        if ($results !== [strrev($load)]) {
            $wrong[] = substr($results[0], 0, 20);
        }
    } catch (DomainException) {
    } finally {
        unset($busy[$number]);
    }
};
while ($done < 500) {
    $number = mt_rand(0, 19);
    $fiber = $busy[$number] ?? null;
    if ($fiber === null) {
        $busy[$number] = new Fiber($call);
        $busy[$number]->start($number);
    } elseif (mt_rand(0, 9) === 0 && $fiber->isSuspended()) {
        if (mt_rand(0, 1)) {
            $fiber->throw(new DomainException());
        } else {
            $scheduler->forget($fiber);
            unset($busy[$number], $fiber);
        }
    } else {
        $rounds = 0;
        $scheduler->run(function () use (&$rounds) {
            return $rounds++ > 0;
        });
    }
    unset($fiber);
}
$scheduler->run();
var_dump($wrong);
?>
--EXPECT--
array(0) {
}
