--TEST--
A foreground job over TLS: data and result, an exception, a failure
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
start_tls_worker([
    'chunks' => function (GearmanJob $job) {
        $job->sendStatus(1, 2);
        $job->sendData('from ');
        return strrev($job->workload());
    },
    'fails' => function (GearmanJob $job) {
        $job->sendFail();
    },
], $server);
$client = tls_client($server);
var_dump($client->doNormal('chunks', 'SLT'), $client->returnCode());
var_dump($client->doHigh('fails', 'x'), $client->returnCode() === GEARMAN_WORK_FAIL);
var_dump($client->doLow('chunks', ''), $client->returnCode());
?>
--EXPECT--
string(8) "from TLS"
int(0)
string(0) ""
bool(true)
string(5) "from "
int(0)
