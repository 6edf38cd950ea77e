--TEST--
doNormal() of a job that failed returns "" with return code 24 and no warning
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$fail = unique_name('fail');
start_worker([$fail => function (GearmanJob $job) {
    $job->sendFail();
}]);

$client = client();
var_dump($client->doNormal($fail, 'x'));
var_dump($client->returnCode() === GEARMAN_WORK_FAIL);
?>
--EXPECT--
string(0) ""
bool(true)
