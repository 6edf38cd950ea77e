--TEST--
Administrators ask in Fibers, each its own servers, and one refuses a second call
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$servers = [Gearmand::start(), Gearmand::start()];
array_map(fn (Gearmand $server) => $server->hang(), $servers);
$scheduler = Scheduler::install();
$admins = array_map(fn (Gearmand $server) => new GearmanRs\Admin($server->address(), DEADLINE_MILLISECONDS), $servers);
$fibers = array_map(fn (GearmanRs\Admin $admin) => $scheduler->start(fn () => $admin->versions()), $admins);
echo 'two at once: ', json_encode($scheduler->most === 2), "\n";
try {
    $admins[0]->status();
} catch (GearmanException) {
    echo "refused\n";
}
array_map(fn (Gearmand $server) => $server->goOn(), $servers);
$scheduler->run();
foreach (['one', 'two'] as $index => $name) {
    echo "{$name}: ", strstr(key($fibers[$index]->getReturn()), ':', true), "\n";
}
?>
--EXPECT--
two at once: true
refused
one: 127.0.0.1
two: 127.0.0.1
