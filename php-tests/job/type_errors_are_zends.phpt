--TEST--
Wrong types and wrong numbers of arguments get the errors that PHP gives for its own classes
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$job = new GearmanJob();
$calls = [
    fn () => $job->sendData([]),
    fn () => $job->sendStatus(1),
    fn () => $job->setReturn('failed'),
    fn () => $job->workload(1),
    fn () => gearman_job_workload(new GearmanClient()),
];
foreach ($calls as $call) {
    try {
        $call();
    } catch (TypeError $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
TypeError: GearmanJob::sendData(): Argument #1 ($data) must be of type string, array given
ArgumentCountError: GearmanJob::sendStatus() expects exactly 2 arguments, 1 given
TypeError: GearmanJob::setReturn(): Argument #1 ($gearman_return_t) must be of type int, string given
ArgumentCountError: GearmanJob::workload() expects exactly 0 arguments, 1 given
TypeError: gearman_job_workload(): Argument #1 ($obj) must be of type GearmanJob, GearmanClient given
