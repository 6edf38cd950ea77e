--TEST--
An object that was unserialized has no server, and says so
--FILE--
<?php
require __DIR__ . '/admin.inc';

$admin = unserialize(serialize(administrator(dead_address())));
show('versions', $admin->versions(...), []);
show('createFunction', fn () => $admin->createFunction('f'), []);
show('cancelJob', fn () => $admin->cancelJob('H:a:1'), []);
?>
--EXPECT--
versions: []
GearmanRs\Admin::versions(): versions(GEARMAN_NO_SERVERS) no server was added (the constructor takes them: make a new object)
createFunction: false
GearmanRs\Admin::createFunction(): createFunction(GEARMAN_NO_SERVERS) no server was added (the constructor takes them: make a new object)
cancelJob: false
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_NO_SERVERS) no server was added (the constructor takes them: make a new object)
