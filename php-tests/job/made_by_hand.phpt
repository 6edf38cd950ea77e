--TEST--
A GearmanJob made by hand knows nothing and sends nothing
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$job = new GearmanJob();
var_dump($job->returnCode(), $job->handle(), $job->functionName(), $job->unique(), $job->workload(), $job->workloadSize());
foreach (['sendData', 'sendWarning', 'sendComplete', 'sendException'] as $method) {
    var_dump(@$job->$method('x'));
}
var_dump(@$job->sendFail(), @$job->sendStatus(1, 2));
?>
--EXPECT--
int(0)
bool(false)
bool(false)
bool(false)
string(0) ""
int(0)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
