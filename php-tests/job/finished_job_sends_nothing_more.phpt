--TEST--
Sending on a finished job does nothing and returns true
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('finished');
$wire = new Wire(Gearmand::shared());
$wire->submit($function, 'x');
worker([$function => function (GearmanJob $job) {
    $job->sendComplete('done');
    echo json_encode([
        $job->sendComplete('again'),
        $job->sendFail(),
        $job->sendException('too late'),
        $job->sendData('too late'),
        $job->sendWarning('too late'),
        $job->sendStatus(1, 2),
    ]), "\n";
}])->work();
print_r($wire->history());

// Nothing of the above stands before the answer to the next request.
$wire->send(GEARMAN_COMMAND_ECHO_REQ, 'nothing between');
echo $wire->receive()->arguments[0], "\n";
?>
--EXPECT--
[true,true,true,true,true,true]
Array
(
    [0] => 13 done
)
nothing between
