--TEST--
A running job goes on when it is cancelled; when its worker is lost, no other gets it
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$admin = administrator($server);
$client = client($server);
$handle = $client->doBackground('f', 'x');
worker(['f' => function (GearmanJob $job) use ($admin) {
    var_dump($admin->cancelJob($job->handle()));
    echo "went on\n";
}], $server)->work();
eventually('it has ended', fn () => $admin->status()[$server->address()]['f']['total'] === 0);

$client->doBackground('g', 'x');
$child = Child::run(fn () => worker(['g' => function (GearmanJob $job) use ($admin) {
    $admin->cancelJob($job->handle());
    posix_kill(getmypid(), SIGKILL);
}], $server)->work());
echo $child->wait(), "\n";
eventually('it is noticed', fn () => $admin->status()[$server->address()]['g']['running'] === 0);
$worker = worker(['g' => fn () => print "given to another\n"], $server);
$worker->addOptions(GEARMAN_WORKER_NON_BLOCKING);
var_dump(@$worker->work());
?>
--EXPECT--
bool(true)
went on
signal 9
bool(false)
