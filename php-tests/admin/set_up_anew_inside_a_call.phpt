--TEST--
An object that is set up anew while a call waits ends that call with the old servers, and goes on with the new ones
--FILE--
<?php
require __DIR__ . '/admin.inc';

[$old, $new] = [Gearmand::start(), Gearmand::start()];
$names = ['OLD' => $old->address(), 'NEW' => $new->address()];
watch_commands();
$admin = administrator($old);
$sockets = count(own_sockets());
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use ($admin, $old, $new) {
    $admin->__construct($new->address(), DEADLINE_MILLISECONDS);
    $old->goOn();
});
$admin->pids();
$old->hang();
$sender = signal_when_sent('status');
show('this call', $admin->status(...), $names);
show('the next', $admin->status(...), $names);
echo $sender->wait(), "\n";
unset($sender);
var_dump(count(own_sockets()) - $sockets);
?>
--EXPECT--
this call: {"OLD":[]}
the next: {"NEW":[]}
exit 0
int(1)
