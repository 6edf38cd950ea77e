--TEST--
Children that exit, return from or are killed inside a TLS worker's job leave the result to the parent
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$parent = Child::run(function () use ($server) {
    $worker = tls_worker(['forks' => function (GearmanJob $job) {
        $how = $job->workload();
        $pid = pcntl_fork();
        if ($pid === 0) {
            match ($how) {
                'exits' => exit(0),
                'is killed' => posix_kill(getmypid(), SIGKILL),
                'sends' => @$job->sendComplete('the child'),
                'returns' => null,
            };
            return 'the child';
        }
        pcntl_waitpid($pid, $status);
        return 'the parent';
    }], $server);
    $owner = getmypid();
    while ($worker->work() && getmypid() === $owner);
});
$client = tls_client($server);
foreach (['exits', 'is killed', 'sends', 'returns', 'exits'] as $how) {
    echo "{$how}: {$client->doNormal('forks', $how)}\n";
}
?>
--EXPECT--
exits: the parent
is killed: the parent
sends: the parent
returns: the parent
exits: the parent
