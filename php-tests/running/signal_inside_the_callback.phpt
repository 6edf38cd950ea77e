--TEST--
A signal that arrives in a callback ends run() after the job, whose result is sent
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('signal');
$done = 0;
$worker = runner([$function => function (GearmanJob $job) use (&$done) {
    posix_kill(getmypid(), (int) $job->workload());
    $done++;
    return 'the result';
}]);
foreach ([SIGTERM, SIGINT, SIGQUIT] as $signal) {
    $client = new Wire(Gearmand::shared());
    $client->submit($function, (string) $signal);
    echo $worker->run(), ' ', $done, ' ', implode($client->history()), "\n";
}
$client->submit($function, (string) SIGUSR1);
echo $worker->run(signals: [SIGUSR1]), "\n";
?>
--EXPECT--
signal 1 13 the result
signal 2 13 the result
signal 3 13 the result
signal
