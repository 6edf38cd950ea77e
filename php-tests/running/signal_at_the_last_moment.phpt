--TEST--
A signal or a stop() that comes while run() finishes for another reason is not lost
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach (['SIGTERM', 'stop', 'nothing'] as $what) {
    $jobs = Numbered::queue();
    $worker = $jobs->runner();
    $kept = null;
    $jobs->first = function () use ($jobs, $worker, $what, &$kept) {
        static $done = 0;
        if ($kept !== null) {
            // One of those in hand: run() ends for the memory already.
            match ($what) {
                'SIGTERM' => posix_kill(getmypid(), SIGTERM),
                'stop' => $worker->stop(),
                'nothing' => null,
            };
        } elseif (++$done % 40 === 0 && $jobs->taken() > 8) {
            $kept = str_repeat('x', 16 << 20);
        }
    };
    echo $what, ': ', $worker->run(memory: memory_get_usage(true) + (8 << 20)), "\n";
    unset($worker);
    $jobs->finish();
    echo $jobs->report();
}
?>
--EXPECT--
SIGTERM: signal
0 missing, 0 done twice
stop: stopped
0 missing, 0 done twice
nothing: memory
0 missing, 0 done twice
