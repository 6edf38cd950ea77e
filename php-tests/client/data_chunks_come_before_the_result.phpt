--TEST--
doNormal() joins the data chunks of a job and its result
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$chunks = unique_name('chunks');
start_worker([$chunks => function (GearmanJob $job) {
    $job->sendData('a');
    $job->sendData('b');
    return 'c';
}]);

var_dump(client()->doNormal($chunks, 'x'));
?>
--EXPECT--
string(3) "abc"
