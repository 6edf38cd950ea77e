--TEST--
A command is done on every server that can be reached, and is false for those that cannot
--FILE--
<?php
require __DIR__ . '/admin.inc';

[$one, $two, $dead] = [Gearmand::start(), Gearmand::start(), dead_address()];
$admin = administrator($one, $dead, $two);
$names = ['ONE' => $one->address(), 'DEAD' => $dead, 'TWO' => $two->address()];
$functions = fn () => administrator($one, $two)->status();
show('createFunction', fn () => $admin->createFunction('f'), $names);
show('status', $functions, $names);
show('setMaxQueue', fn () => $admin->setMaxQueue('f', 1), $names);
show('dropFunction', fn () => $admin->dropFunction('f'), $names);
show('status', $functions, $names);
$handle = client($two)->doBackground('f', 'x');
show('cancelJob', fn () => $admin->cancelJob($handle), $names);
?>
--EXPECT--
createFunction: false
GearmanRs\Admin::createFunction(): createFunction(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
status: {"ONE":{"f":{"total":0,"running":0,"workers":0}},"TWO":{"f":{"total":0,"running":0,"workers":0}}}
setMaxQueue: false
GearmanRs\Admin::setMaxQueue(): setMaxQueue(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
dropFunction: false
GearmanRs\Admin::dropFunction(): dropFunction(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
status: {"ONE":[],"TWO":[]}
cancelJob: true
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
