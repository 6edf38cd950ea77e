--TEST--
A command that a server meets with silence is false at once, without the timeout
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = TextServer::answering('');
$admin = administrator($server);
$names = ['SERVER' => $server->address()];
show('cancelJob', fn () => $admin->cancelJob('H:a:1'), $names);
show('createFunction', fn () => $admin->createFunction('f'), $names);
show('dropFunction', fn () => $admin->dropFunction('f'), $names);
$server = TextServer::answering("f\t0\t0\t0\n.\n");
show('setMaxQueue', fn () => administrator($server)->setMaxQueue('f', 1), ['SERVER' => $server->address()]);
?>
--EXPECT--
cancelJob: false
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_SERVER_ERROR) SERVER: the server did not answer the command
createFunction: false
GearmanRs\Admin::createFunction(): createFunction(GEARMAN_SERVER_ERROR) SERVER: the server did not answer the command
dropFunction: false
GearmanRs\Admin::dropFunction(): dropFunction(GEARMAN_SERVER_ERROR) SERVER: the server did not answer the command
setMaxQueue: false
GearmanRs\Admin::setMaxQueue(): setMaxQueue(GEARMAN_SERVER_ERROR) SERVER: the server did not answer the command
