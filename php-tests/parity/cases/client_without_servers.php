<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
attempt('ping', fn () => $client->ping('x'), $client);
attempt('doNormal', fn () => $client->doNormal('f', 'x'), $client);
attempt('doHigh', fn () => $client->doHigh('f', 'x'), $client);
attempt('doLow', fn () => $client->doLow('f', 'x'), $client);
attempt('doBackground', fn () => $client->doBackground('f', 'x'), $client);
attempt('doHighBackground', fn () => $client->doHighBackground('f', 'x'), $client);
attempt('doLowBackground', fn () => $client->doLowBackground('f', 'x'), $client);
attempt('jobStatus', fn () => $client->jobStatus('H:nowhere:1'), $client);
attempt('jobStatusByUniqueKey', fn () => $client->jobStatusByUniqueKey('u'), $client);
attempt('wait', fn () => $client->wait(), $client);
attempt('runTasks with nothing to do', fn () => $client->runTasks(), $client);
attempt('enableExceptionHandler', fn () => $client->enableExceptionHandler());
