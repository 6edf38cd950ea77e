--TEST--
doNormal() of a job that sent an exception returns "" with return code 23 and no warning
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$raise = unique_name('raise');
start_worker([$raise => function (GearmanJob $job) {
    $job->sendException('boom');
}]);

$client = client();
var_dump($client->doNormal($raise, 'x'));
var_dump($client->returnCode() === GEARMAN_WORK_EXCEPTION);
?>
--EXPECT--
string(0) ""
bool(true)
