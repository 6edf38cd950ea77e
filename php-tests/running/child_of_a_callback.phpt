--TEST--
A child that a callback forks has the signals as before, and its run() ends when it returns
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('child');
$statuses = [];
$returned = null;
$worker = runner();
$worker->addFunction($function, function (GearmanJob $job) use (&$statuses, &$returned) {
    $child = pcntl_fork();
    if ($child === 0) {
        if ($job->workload() === 'signal') {
            posix_kill(getmypid(), SIGTERM);
            exit(1);
        }
        $returned = $job->workload();
        return 'from the child';
    }
    pcntl_waitpid($child, $status);
    $statuses[] = pcntl_wifsignaled($status) ? 'signal ' . pcntl_wtermsig($status) : 'exit ' . pcntl_wexitstatus($status);
    return 'from the parent';
});
$histories = [];
foreach (['signal', 'return'] as $workload) {
    $client = new Wire(Gearmand::shared());
    $client->submit($function, $workload);
    $reason = $worker->run(jobs: 1);
    if ($returned !== null) {
        posix_kill(getmypid(), $reason === 'stopped' ? SIGUSR1 : SIGUSR2);
        exit(1);
    }
    $histories[] = implode($client->history());
}
echo implode(', ', $statuses), "\n", implode(', ', $histories), "\n";

// The parent listens still.
$worker->addFunction($function, fn () => posix_kill(getmypid(), SIGTERM));
client()->doBackground($function, 'x');
echo $worker->run(), "\n";
?>
--EXPECT--
signal 15, signal 10
13 from the parent, 13 from the parent
signal
