--TEST--
A timeout is a deadline: a SIGALRM every 50 ms does not put it off, and every handler call is made
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
$handled = 0;
pcntl_signal(SIGALRM, function () use (&$handled) {
    $handled++;
});
$me = getmypid();
$sender = Child::run(function (Child $parent) use ($me) {
    while (true) {
        posix_kill($me, SIGALRM);
        usleep(50_000);
    }
});
$worker = worker([unique_name('idle') => 'strlen']);
$worker->setTimeout(1000);
$started = microtime(true);
var_dump($worker->work(), $worker->returnCode());
// The signals go on for as long as the call does.
var_dump(microtime(true) - $started < 10, $handled > 3);
$sender->kill();
?>
--EXPECT--
bool(false)
int(47)
bool(true)
bool(true)
