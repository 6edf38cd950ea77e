--TEST--
createFunction() makes a function known by its whole name, dropFunction() makes it forgotten unless it is offered
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$admin = administrator($server);
$names = ['SERVER' => $server->address()];
show('create', fn () => $admin->createFunction('resize'), $names);
show('once more', fn () => $admin->createFunction('resize'), $names);
show('status', $admin->status(...), $names);
$worker = worker(['resize' => 'strlen'], $server);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
eventually('it is offered', function () use ($worker, $admin, $server) {
    @$worker->work();
    return $admin->status()[$server->address()]['resize']['workers'] === 1;
});
show('offered', fn () => $admin->dropFunction('resize'), $names);
unset($worker);
eventually('the worker is gone', fn () => $admin->status()[$server->address()]['resize']['workers'] === 0);
show('drop', fn () => $admin->dropFunction('resize'), $names);
show('status', $admin->status(...), $names);
show('unknown', fn () => $admin->dropFunction('resize'), $names);
?>
--EXPECT--
create: true
once more: true
status: {"SERVER":{"resize":{"total":0,"running":0,"workers":0}}}
offered: false
GearmanRs\Admin::dropFunction(): dropFunction(GEARMAN_SERVER_ERROR) SERVER: the server refused: there are still connected workers or executing clients
drop: true
status: {"SERVER":[]}
unknown: false
GearmanRs\Admin::dropFunction(): dropFunction(GEARMAN_SERVER_ERROR) SERVER: the server refused: function not found
