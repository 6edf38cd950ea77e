--TEST--
A worker reconnects over TLS to a restarted gearmand inside work(), with all its functions and its id
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$ran = [];
$record = function (GearmanJob $job) use (&$ran) {
    $ran[] = $job->functionName();
};
$worker = tls_worker(['one' => $record, 'two' => $record], $server);
$worker->setId('the-worker');
tls_client($server)->doBackground('one', 'x');
var_dump($worker->work());

foreach (['kill', 'stop'] as $end) {
    $server->$end();
    $server->restart();
    tls_client($server)->doBackground('two', 'x');
    var_dump($worker->work(), $worker->returnCode());
    echo implode(', ', $server->admin->workers()), "\n";
}
echo implode(' ', $ran), "\n";
?>
--EXPECT--
bool(true)
bool(true)
int(0)
the-worker: one two
bool(true)
int(0)
the-worker: one two
one two two
