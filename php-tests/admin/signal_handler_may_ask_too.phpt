--TEST--
A signal handler that runs while a call waits may call the same object: each call gets its own answer
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
client($server)->doBackground('f', 'x');
watch_commands();
$admin = administrator($server);
$admin->pids();
$version = $server->admin->ask('version')[0];
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use ($admin, $server, $version) {
    $server->goOn();
    var_dump('OK ' . $admin->versions()[$server->address()] === $version);
});
$server->hang();
$sender = signal_when_sent('status');
echo json_encode($admin->status()[$server->address()]), "\n";
echo $sender->wait(), "\n";
echo json_encode($admin->status()[$server->address()]), "\n";
?>
--EXPECT--
bool(true)
{"f":{"total":1,"running":0,"workers":0}}
exit 0
{"f":{"total":1,"running":0,"workers":0}}
