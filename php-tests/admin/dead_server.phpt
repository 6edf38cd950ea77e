--TEST--
A dead server is null in every list, a warning names it, and the others answer
--FILE--
<?php
require __DIR__ . '/admin.inc';

[$one, $two, $dead] = [Gearmand::start(), Gearmand::start(), dead_address()];
client($one)->doBackground('f', 'x', 'key');
$admin = administrator($one, $dead, $two);
$names = ['ONE' => $one->address(), 'DEAD' => $dead, 'TWO' => $two->address()];
foreach (['status', 'priorityStatus', 'uniqueJobs'] as $list) {
    show($list, $admin->$list(...), $names);
}
foreach (['versions', 'workers', 'jobs', 'pids'] as $list) {
    show($list, fn () => array_map(get_debug_type(...), $admin->$list()), $names);
}
?>
--EXPECT--
status: {"ONE":{"f":{"total":1,"running":0,"workers":0}},"DEAD":null,"TWO":[]}
GearmanRs\Admin::status(): status(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
priorityStatus: {"ONE":{"f":{"high":0,"normal":1,"low":0,"workers":0}},"DEAD":null,"TWO":[]}
GearmanRs\Admin::priorityStatus(): priorityStatus(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
uniqueJobs: {"ONE":["key"],"DEAD":null,"TWO":[]}
GearmanRs\Admin::uniqueJobs(): uniqueJobs(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
versions: {"ONE":"string","DEAD":"null","TWO":"string"}
GearmanRs\Admin::versions(): versions(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
workers: {"ONE":"array","DEAD":"null","TWO":"array"}
GearmanRs\Admin::workers(): workers(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
jobs: {"ONE":"array","DEAD":"null","TWO":"array"}
GearmanRs\Admin::jobs(): jobs(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
pids: {"ONE":"int","DEAD":"null","TWO":"int"}
GearmanRs\Admin::pids(): pids(GEARMAN_COULD_NOT_CONNECT) DEAD: connection refused (is gearmand running there, and does it listen on this address?)
