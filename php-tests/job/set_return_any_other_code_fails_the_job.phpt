--TEST--
Any other return code fails the job, and work() returns false with that code
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([GEARMAN_IO_WAIT, GEARMAN_WORK_EXCEPTION, GEARMAN_NOT_CONNECTED, GEARMAN_TIMEOUT] as $code) {
    $function = unique_name('other');
    $client = new Wire(Gearmand::shared());
    $client->submit($function, 'x');
    $worker = worker([$function => fn (GearmanJob $job) => $job->setReturn($code)]);
    echo json_encode([@$worker->work(), $worker->returnCode() === $code, $client->history()]), "\n";
}
?>
--EXPECT--
[false,true,["14"]]
[false,true,["14"]]
[false,true,["14"]]
[false,true,["14"]]
