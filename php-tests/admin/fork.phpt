--TEST--
A child asks on a connection of its own and leaves the parent's alone, also when it was made inside a call
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
watch_commands();
$admin = administrator($server);
$pid = $admin->pids()[$server->address()];
$opened = own_sockets();
$child = Child::run(function (Child $parent) use ($admin, $server) {
    $parent->send($admin->pids()[$server->address()]);
    unset($admin);
});
var_dump($child->receive() === $pid);
echo $child->wait(), "\n";
var_dump($admin->pids()[$server->address()] === $pid, array_diff($opened, own_sockets()) === []);

$version = $server->admin->ask('version')[0];
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use ($server, &$forked) {
    $forked = pcntl_fork();
    if ($forked > 0) {
        $server->goOn();
    }
});
$server->hang();
$sender = signal_when_sent('version');
$answer = $admin->versions()[$server->address()];
if ($forked === 0) {
    // Nothing of the parent's is to end with this one.
    posix_kill(getmypid(), "OK {$answer}" === $version ? SIGTERM : SIGKILL);
}
var_dump("OK {$answer}" === $version, array_diff($opened, own_sockets()) === []);
pcntl_waitpid($forked, $status);
var_dump(pcntl_wtermsig($status) === SIGTERM);
echo $sender->wait(), "\n";
?>
--EXPECT--
bool(true)
exit 0
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
exit 0
