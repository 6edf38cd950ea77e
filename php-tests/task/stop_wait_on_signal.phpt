--TEST--
With STOP_WAIT_ON_SIGNAL runTasks() returns when a signal was handled, and the next one goes on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
$handled = 0;
pcntl_signal(SIGUSR1, function () use (&$handled) {
    $handled++;
});
$function = unique_name('patient');
$client = client();
$client->addOptions(GEARMAN_CLIENT_STOP_WAIT_ON_SIGNAL);
$client->setCompleteCallback(function (GearmanTask $task) {
    echo $task->data(), "\n";
});
$client->addTask($function, 'abc');
$me = getmypid();
$sender = Child::run(function () use ($me, $function) {
    eventually('the task is queued', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 1);
    posix_kill($me, SIGUSR1);
});
@$client->runTasks();
var_dump($handled);
$sender->wait();
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);
eventually('the task is done', fn () => @$client->runTasks() && $client->returnCode() === GEARMAN_SUCCESS);
?>
--EXPECT--
int(1)
cba
