--TEST--
100 MB without a line's end are not kept
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = TextServer::start(function (string $command, $connection) {
    $piece = str_repeat('x', 1_000_000);
    for ($i = 0; $i < 100 && @fwrite($connection, $piece) > 0; $i++);
    return null;
});
$live = Gearmand::start();
$names = ['SERVER' => $server->address(), 'LIVE' => $live->address()];
$admin = administrator($server, $live);
@$admin->status();
$before = peak_kibibytes();
foreach (['status', 'workers', 'jobs', 'uniqueJobs'] as $list) {
    show($list, fn () => array_map(get_debug_type(...), $admin->$list()), $names);
}
$grown = peak_kibibytes() - $before;
var_dump($grown < 8 * 1024 ?: $grown);
?>
--EXPECT--
status: {"SERVER":"null","LIVE":"array"}
GearmanRs\Admin::status(): status(GEARMAN_INVALID_PACKET) SERVER: the server sent a line of over 1048576 bytes
workers: {"SERVER":"null","LIVE":"array"}
GearmanRs\Admin::workers(): workers(GEARMAN_INVALID_PACKET) SERVER: the server sent a line of over 1048576 bytes
jobs: {"SERVER":"null","LIVE":"array"}
GearmanRs\Admin::jobs(): jobs(GEARMAN_INVALID_PACKET) SERVER: the server sent a line of over 1048576 bytes
uniqueJobs: {"SERVER":"null","LIVE":"array"}
GearmanRs\Admin::uniqueJobs(): uniqueJobs(GEARMAN_INVALID_PACKET) SERVER: the server sent a line of over 1048576 bytes
bool(true)
