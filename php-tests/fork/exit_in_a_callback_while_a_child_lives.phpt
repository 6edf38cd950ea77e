--TEST--
exit() in a callback that has forked gives the job back while the child lives on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('forking');
$child = Child::run(function (Child $test) use ($function) {
    $worker = worker([$function => function () use ($test) {
        $pid = pcntl_fork();
        if ($pid === 0) {
            // It holds everything that it has inherited, until it is killed.
            while (true) {
                pause_for_ever();
            }
        }
        $test->send($pid);
        exit;
    }]);
    $worker->work();
});
client()->doBackground($function, 'x');
$pid = $child->receive();
at_the_end(fn () => posix_kill($pid, SIGKILL));
eventually('the job is queued again', fn () => Gearmand::shared()->admin->queue($function) === ['jobs' => 1, 'running' => 0, 'workers' => 0]);
var_dump(posix_kill($pid, 0), $child->wait());

function pause_for_ever(): void
{
    pcntl_sigwaitinfo([SIGUSR1]);
}
?>
--EXPECT--
bool(true)
string(6) "exit 0"
