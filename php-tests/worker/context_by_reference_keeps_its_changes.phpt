--TEST--
A callback that takes its context by reference keeps the changes from job to job, and no warning is given
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('count');
$client = client();
for ($i = 0; $i < 3; $i++) {
    $client->doBackground($function, 'x');
}
$worker = worker();
$count = 0;
$worker->addFunction($function, function (GearmanJob $job, &$count) {
    $count++;
    echo $count, "\n";
}, $count);
for ($i = 0; $i < 3; $i++) {
    $worker->work();
}
?>
--EXPECT--
1
2
3
