--TEST--
A loop that calls wait() after every work() drains a queue, with at most one wait() for each work()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

const JOBS = 200;
set_error_handler(fn () => true);
foreach ([0, GEARMAN_WORKER_NON_BLOCKING] as $option) {
    foreach ([-1, 1000] as $timeout) {
        $function = unique_name('drained');
        for ($i = 0, $client = client(); $i < JOBS; $i++) {
            $client->doBackground($function, 'x');
        }
        $done = 0;
        $worker = worker([$function => function () use (&$done) {
            $done++;
        }]);
        $worker->addOptions($option);
        $worker->setTimeout($timeout);
        $timedOut = 0;
        for ($rounds = 0; $done < JOBS; $rounds++) {
            $worker->work();
            $worker->wait();
            // While there are jobs nothing may wait until its timeout.
            $timedOut += $worker->returnCode() === GEARMAN_TIMEOUT ? 1 : 0;
            if ($timedOut > 0) {
                break;
            }
        }
        printf("%d done, timed out %d times, few rounds: %s\n", $done, $timedOut, json_encode($rounds <= 3 * JOBS));
    }
}
?>
--EXPECT--
200 done, timed out 0 times, few rounds: true
200 done, timed out 0 times, few rounds: true
200 done, timed out 0 times, few rounds: true
200 done, timed out 0 times, few rounds: true
