--TEST--
A client's timeout is a deadline too
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => null);
$me = getmypid();
$sender = Child::run(function (Child $parent) use ($me) {
    while (true) {
        posix_kill($me, SIGUSR1);
        usleep(50_000);
    }
});
$client = client();
$client->setTimeout(1000);
var_dump(@$client->doNormal(unique_name('nobody'), 'x'), $client->returnCode());
// The signals still go on: it was not their end that ended the call.
$sender->kill();
echo $sender->wait(), "\n";
?>
--EXPECT--
string(0) ""
int(47)
signal 9
