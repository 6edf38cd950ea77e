--TEST--
exit() and fatal errors in a callback give its job and those in hand back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([fn () => exit(3), fn () => eval('class Twice {} class Twice {}')] as $end) {
    $jobs = Numbered::queue();
    $child = Child::run(function () use ($jobs, $end) {
        ini_set('display_errors', '0');
        $worker = $jobs->runner();
        $jobs->first = fn (GearmanJob $job) => $job->workload() === '500' && $end();
        $worker->run();
    });
    echo $child->wait(), "\n";
    $jobs->finish();
    echo $jobs->report();
}
?>
--EXPECT--
exit 3
0 missing, 0 done twice
exit 255
0 missing, 0 done twice
