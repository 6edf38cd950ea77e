--TEST--
error() after a failed job is GEARMAN_WORK_FAIL, after an exception GEARMAN_WORK_EXCEPTION, and neither after the next success
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$names = array_map(unique_name(...), ['fail' => 'fail', 'exception' => 'exception', 'throw' => 'throw', 'good' => 'good']);
start_worker([
    $names['fail'] => fn (GearmanJob $job) => $job->sendFail(),
    $names['exception'] => fn (GearmanJob $job) => $job->sendException('broken'),
    $names['throw'] => fn () => throw new LogicException('broken'),
    $names['good'] => fn () => 'good',
]);
$client = client();
foreach (['doNormal', 'doHigh', 'doLow', 'gearman_client_do_normal'] as $call) {
    foreach ($names as $kind => $name) {
        method_exists($client, $call) ? $client->$call($name, 'x') : $call($client, $name, 'x');
        $ended = in_array($client->error(), ['GEARMAN_WORK_FAIL', 'GEARMAN_WORK_EXCEPTION'], true);
        echo "{$call} {$kind}: ", $ended ? $client->error() : '-', "\n";
    }
}
?>
--EXPECT--
doNormal fail: GEARMAN_WORK_FAIL
doNormal exception: GEARMAN_WORK_EXCEPTION
doNormal throw: GEARMAN_WORK_EXCEPTION
doNormal good: -
doHigh fail: GEARMAN_WORK_FAIL
doHigh exception: GEARMAN_WORK_EXCEPTION
doHigh throw: GEARMAN_WORK_EXCEPTION
doHigh good: -
doLow fail: GEARMAN_WORK_FAIL
doLow exception: GEARMAN_WORK_EXCEPTION
doLow throw: GEARMAN_WORK_EXCEPTION
doLow good: -
gearman_client_do_normal fail: GEARMAN_WORK_FAIL
gearman_client_do_normal exception: GEARMAN_WORK_EXCEPTION
gearman_client_do_normal throw: GEARMAN_WORK_EXCEPTION
gearman_client_do_normal good: -
