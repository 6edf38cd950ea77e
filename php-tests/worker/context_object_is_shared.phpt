--TEST--
A context that is an object is the caller's object, not a copy
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('shared');
client()->doBackground($function, 'x');
$context = new stdClass();
$worker = worker();
$worker->addFunction($function, function (GearmanJob $job, stdClass $context) {
    $context->seen = $job->workload();
}, $context);
$worker->work();
var_dump($context->seen);
?>
--EXPECT--
string(1) "x"
