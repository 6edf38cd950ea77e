--TEST--
A server without functions and jobs is an empty array
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$admin = administrator($server);
foreach (['status', 'priorityStatus', 'jobs', 'uniqueJobs'] as $list) {
    var_dump($admin->$list() === [$server->address() => []]);
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
