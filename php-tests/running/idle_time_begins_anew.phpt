--TEST--
The time without a job begins anew with each job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('idle');
$done = 0;
$worker = runner([$function => function () use (&$done, $function) {
    // The job takes longer than the worker may be idle.
    usleep(60_000);
    if (++$done < 5) {
        client()->doBackground($function, 'x');
    }
}]);
client()->doBackground($function, 'x');
echo $worker->run(idle: 0.05), ' ', $done, "\n";
?>
--EXPECT--
idle 5
