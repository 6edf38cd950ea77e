--TEST--
Children of a callback leave the jobs in hand to the parent, whether they exit, return or work
--INI--
gearman.prefetch=16
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$jobs = Numbered::queue();
$worker = $jobs->worker();
foreach (['exit', 'return', 'work'] as $what) {
    $jobs->first = null;
    $jobs->workAhead($worker);
    $parent = getmypid();
    $jobs->first = function () use ($jobs, $worker, $what) {
        $jobs->first = null;
        if (($child = pcntl_fork()) === 0) {
            match ($what) {
                'exit' => exit(0),
                'return' => throw new LogicException(),
                'work' => exit($worker->work() ? 0 : 1),
            };
        }
        pcntl_waitpid($child, $status);
        echo $what, ' ', pcntl_wexitstatus($status), "\n";
    };
    try {
        $worker->work();
    } catch (LogicException) {
        exit(0);
    }
}
$worker->setTimeout(50);
while ($worker->work());
echo $jobs->report();
?>
--EXPECT--
exit 0
return 0
work 0
0 missing, 0 done twice
