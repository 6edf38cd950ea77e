--TEST--
A client's timeout is a deadline too
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
pcntl_signal(SIGALRM, fn () => null);
$me = getmypid();
$sender = Child::run(function (Child $parent) use ($me) {
    while (true) {
        posix_kill($me, SIGALRM);
        usleep(50_000);
    }
});
$client = client();
$client->setTimeout(1000);
$started = microtime(true);
var_dump(@$client->doNormal(unique_name('nobody'), 'x'), $client->returnCode());
var_dump(microtime(true) - $started < 10);
$sender->kill();
?>
--EXPECT--
string(0) ""
int(47)
bool(true)
