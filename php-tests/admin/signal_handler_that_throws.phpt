--TEST--
A signal handler that throws ends the call, and the next one works
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
watch_commands();
$admin = administrator($server);
$admin->pids();
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => throw new Exception('enough'));
$server->hang();
$sender = signal_when_sent('status');
try {
    $admin->status();
} catch (Exception $exception) {
    echo $exception->getMessage(), "\n";
}
echo $sender->wait(), "\n";
$server->goOn();
echo json_encode($admin->status()[$server->address()]), "\n";
?>
--EXPECT--
enough
exit 0
[]
