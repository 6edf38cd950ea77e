--TEST--
A signal or a stop() that comes while run() finishes for another reason is not lost
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** Why run() ended, and what became of the jobs; null when no job was in hand when it ended: a busy machine asks for none ahead. */
function ended(string $what): ?string
{
    $jobs = Numbered::queue();
    $worker = $jobs->runner();
    $kept = null;
    $came = false;
    $jobs->first = function () use ($jobs, $worker, $what, &$kept, &$came) {
        static $done = 0;
        if ($kept !== null) {
            // One of those in hand: run() ends for the memory already.
            $came = true;
            match ($what) {
                'SIGTERM' => posix_kill(getmypid(), SIGTERM),
                'stop' => $worker->stop(),
                'nothing' => null,
            };
        } elseif (++$done % 40 === 0 && $jobs->taken() > 8) {
            $kept = str_repeat('x', 16 << 20);
        }
    };
    $reason = $worker->run(memory: memory_get_usage(true) + (8 << 20), idle: 0);
    unset($worker);
    $jobs->finish();
    return $came ? "{$reason}\n{$jobs->report()}" : null;
}

foreach (['SIGTERM', 'stop', 'nothing'] as $what) {
    echo $what, ': ', eventually('a job is in hand', fn () => ended($what));
}
?>
--EXPECT--
SIGTERM: signal
0 missing, 0 done twice
stop: stopped
0 missing, 0 done twice
nothing: memory
0 missing, 0 done twice
