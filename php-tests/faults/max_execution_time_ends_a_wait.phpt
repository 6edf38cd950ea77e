--TEST--
max_execution_time ends a call that waits for a job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('idle');
$child = Child::run(function () use ($function) {
    $worker = worker([$function => 'strlen']);
    set_time_limit(1);
    $worker->setTimeout(-1);
    $worker->work();
});
eventually('the worker waits', fn () => Gearmand::shared()->admin->workersOf($function));
if (!PHP_ZTS) {
    // This timer of PHP counts processor time, of which a waiting process uses none. So we ring for it.
    $child->kill(SIGPROF);
}
echo $child->wait(), "\n";
?>
--EXPECTF--
Fatal error: Maximum execution time of 1 second exceeded in %s on line %d
exit 255
