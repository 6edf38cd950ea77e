--TEST--
A background job goes to gearmand and from there to a worker, both over TLS
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$client = tls_client($server);
foreach (['doBackground', 'doHighBackground', 'doLowBackground'] as $method) {
    $handle = $client->$method('function', $method);
    echo $handle !== '' ? 'queued' : $client->error(), ' ', $client->returnCode(), "\n";
}
echo json_encode($client->jobStatus($handle)), "\n";
var_dump($server->admin->jobs('function'));

$worker = tls_worker(['function' => function (GearmanJob $job) {
    echo $job->workload(), "\n";
}], $server);
for ($i = 0; $i < 3; $i++) {
    var_dump($worker->work());
}
$worker->unregister('function');
eventually('the last job is done', fn () => $server->admin->jobs('function') === 0);
var_dump($client->ping('still there'));
?>
--EXPECT--
queued 0
queued 0
queued 0
[true,false,0,0]
int(3)
doHighBackground
bool(true)
doBackground
bool(true)
doLowBackground
bool(true)
bool(true)
