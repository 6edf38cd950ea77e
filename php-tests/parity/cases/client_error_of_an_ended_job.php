<?php
require __DIR__ . '/../support.php';

$functions = [
    'sendFail' => fn (GearmanJob $job) => $job->sendFail(),
    'setReturn' => function (GearmanJob $job) {
        $job->setReturn(GEARMAN_WORK_FAIL);
    },
    'sendException' => fn (GearmanJob $job) => $job->sendException('broken'),
    'throw' => fn () => throw new LogicException('broken'),
];
$names = array_map(unique_name(...), array_combine(array_keys($functions), array_keys($functions)));
$good = unique_name('good');
start_worker([...array_combine($names, $functions), $good => fn () => 'good']);
$client = client();
$how = fn () => in_array($client->error(), ['GEARMAN_WORK_FAIL', 'GEARMAN_WORK_EXCEPTION'], true) ? $client->error() : 'nothing';
foreach (['doNormal', 'doHigh', 'doLow'] as $call) {
    foreach ($names as $kind => $name) {
        attempt("{$call} {$kind}", fn () => $client->$call($name, 'x'), $client);
        show('  error', $client->error());
    }
    attempt("{$call} of a good one", fn () => $client->$call($good, 'x'), $client);
    show('  error', $how());
}
$client->doNormal($names['sendFail'], 'x');
attempt('ping', fn () => $client->ping('x'), $client);
show('  error', $how());
$client->doNormal($names['sendFail'], 'x');
attempt('doBackground', fn () => $client->doBackground($good, 'x'), $client);
show('  error', $how());
foreach ([...$names, 'good' => $good] as $kind => $name) {
    $client->addTask($name, 'x');
    attempt("runTasks {$kind}", fn () => $client->runTasks(), $client);
    show('  error', $how());
}
