--TEST--
exit() in a callback that has forked gives the job back while the child lives on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('forking');
$worker = Child::run(function (Child $test) use ($function) {
    worker([$function => function () use ($test) {
        $pid = pcntl_fork();
        if ($pid === 0) {
            // It keeps all that it has inherited, until it is killed.
            pcntl_alarm(550);
            while (true) {
                sleep(50);
            }
        }
        $test->send($pid);
        exit;
    }])->work();
});
client()->doBackground($function, 'x');
$pid = $worker->receive();
at_the_end(fn () => posix_kill($pid, SIGKILL));
eventually(
    'the job is queued again',
    fn () => Gearmand::shared()->admin->queue($function) === ['jobs' => 1, 'running' => 0, 'workers' => 0],
);
var_dump(posix_kill($pid, 0), $worker->wait());
?>
--EXPECT--
bool(true)
string(6) "exit 0"
