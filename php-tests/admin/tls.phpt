--TEST--
Over TLS every list and command works
--FILE--
<?php
require __DIR__ . '/../tls/tls.inc';
require __DIR__ . '/admin.inc';

[$one, $two] = [TlsGearmand::start(), TlsGearmand::start()];
$names = ['ONE' => "{$one->host}:{$one->port}", 'TWO' => "{$two->host}:{$two->port}"];
$admin = administrator(...array_values($names));
var_dump($admin->setSSL(true, Authority::trusted()->certificate->file));
show('createFunction', fn () => $admin->createFunction('f'), $names);
show('setMaxQueue', fn () => $admin->setMaxQueue('f', 1), $names);
show('status', $admin->status(...), $names);
$handle = tls_client($two)->doBackground('f', 'x', 'key');
show('priorityStatus', $admin->priorityStatus(...), $names);
show('uniqueJobs', $admin->uniqueJobs(...), $names);
show('cancelJob', fn () => $admin->cancelJob($handle), $names);
show('dropFunction', fn () => $admin->dropFunction('f'), $names);
foreach (['versions', 'workers', 'jobs', 'pids'] as $list) {
    show($list, fn () => array_map(get_debug_type(...), $admin->$list()), $names);
}
?>
--EXPECT--
bool(true)
createFunction: true
setMaxQueue: true
status: {"ONE":{"f":{"total":0,"running":0,"workers":0}},"TWO":{"f":{"total":0,"running":0,"workers":0}}}
priorityStatus: {"ONE":{"f":{"high":0,"normal":0,"low":0,"workers":0}},"TWO":{"f":{"high":0,"normal":1,"low":0,"workers":0}}}
uniqueJobs: {"ONE":[],"TWO":["key"]}
cancelJob: true
dropFunction: true
versions: {"ONE":"string","TWO":"string"}
workers: {"ONE":"array","TWO":"array"}
jobs: {"ONE":"array","TWO":"array"}
pids: {"ONE":"int","TWO":"int"}
