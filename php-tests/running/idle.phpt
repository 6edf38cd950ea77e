--TEST--
run() ends when nothing was queued for as long as it may be idle; 0 works off what there is
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('idle');
$done = 0;
$worker = runner([$function => function () use (&$done) {
    $done++;
}]);
$client = client();
foreach ([0, 0.02] as $idle) {
    for ($i = 0; $i < 50; $i++) {
        $client->doBackground($function, 'x');
    }
    echo $worker->run(idle: $idle), ' ', $done, "\n";
}
?>
--EXPECT--
idle 50
idle 100
