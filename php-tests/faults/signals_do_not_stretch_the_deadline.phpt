--TEST--
A timeout is a deadline: a signal every 50 ms does not put it off, and every handler call is made
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
$handled = 0;
pcntl_signal(SIGUSR1, function () use (&$handled) {
    $handled++;
});
$me = getmypid();
$sender = Child::run(function (Child $parent) use ($me) {
    while (true) {
        posix_kill($me, SIGUSR1);
        usleep(50_000);
    }
});
$worker = worker([unique_name('idle') => 'strlen']);
// A sender that hardly gets to run needs more than a second for four signals.
for ($timeout = 1000; $handled < 4; $timeout *= 2) {
    $worker->setTimeout($timeout);
    $worker->work() && print "there was a job\n";
}
var_dump($worker->returnCode());
// The signals still go on: it was not their end that ended the call.
$sender->kill();
echo $sender->wait(), "\n";
?>
--EXPECT--
int(47)
signal 9
