--TEST--
A function name with a line break makes a list unreadable, which is said; the others are not touched
--FILE--
<?php
require __DIR__ . '/admin.inc';

[$server, $other] = [Gearmand::start(), Gearmand::start()];
client($server)->doBackground("line\nbreak", 'x', 'key');
$names = ['SERVER' => $server->address(), 'OTHER' => $other->address()];
$admin = administrator($server, $other);
show('status', $admin->status(...), $names);
show('uniqueJobs', $admin->uniqueJobs(...), $names);
?>
--EXPECT--
status: {"SERVER":null,"OTHER":[]}
GearmanRs\Admin::status(): status(GEARMAN_INVALID_PACKET) SERVER: the answer to 'status' has a line "line"
uniqueJobs: {"SERVER":["key"],"OTHER":[]}
