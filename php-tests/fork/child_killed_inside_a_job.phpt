--TEST--
A child that is killed inside a job leaves the parent's result intact
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('killed');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
worker([$function => function (GearmanJob $job) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        posix_kill(getmypid(), SIGKILL);
    }
    pcntl_waitpid($pid, $status);
    return 'signal ' . pcntl_wtermsig($status);
}])->work();
print_r($client->history());
?>
--EXPECT--
Array
(
    [0] => 13 signal 9
)
