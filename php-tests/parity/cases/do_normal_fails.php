<?php
require __DIR__ . '/../support.php';

$functions = [
    'fail' => fn (GearmanJob $job) => $job->sendFail(),
    'set' => function (GearmanJob $job) {
        $job->setReturn(GEARMAN_WORK_FAIL);
        return 'ignored';
    },
    'data' => function (GearmanJob $job) {
        $job->sendData('kept?');
        $job->sendFail();
    },
];
$names = array_map(unique_name(...), array_combine(array_keys($functions), array_keys($functions)));
start_worker(array_combine($names, $functions));
$client = client();
attempt('sendFail', fn () => $client->doNormal($names['fail'], 'x'), $client);
attempt('setReturn', fn () => $client->doNormal($names['set'], 'x'), $client);
attempt('data before sendFail', fn () => $client->doNormal($names['data'], 'x'), $client);
