--TEST--
A fatal error in a callback that has forked gives the job back while the child lives on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$ends = [
    'fatal error' => fn () => @trigger_error('x', E_USER_ERROR),
    'out of memory' => fn () => str_repeat('x', 1_000_000_000),
];
foreach ($ends as $name => $end) {
    $function = unique_name('forking');
    client()->doBackground($function, 'x');
    $worker = Child::run(function (Child $test) use ($function, $end) {
        ini_set('display_errors', '0');
        worker([$function => function () use ($test, $end) {
            $pid = pcntl_fork();
            if ($pid === 0) {
                // It keeps all that it has inherited, until it is killed.
                pcntl_alarm(550);
                while (true) {
                    sleep(50);
                }
            }
            $test->send($pid);
            $end();
        }])->work();
    });
    $pid = $worker->receive();
    at_the_end(fn () => posix_kill($pid, SIGKILL));
    eventually(
        'the job is queued again',
        fn () => Gearmand::shared()->admin->queue($function) === ['jobs' => 1, 'running' => 0, 'workers' => 0],
    );
    echo "{$name}: ", json_encode(posix_kill($pid, 0)), ', ', $worker->wait(), "\n";
}
?>
--EXPECT--
fatal error: true, exit 255
out of memory: true, exit 255
