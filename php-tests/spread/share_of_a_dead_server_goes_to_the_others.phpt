--TEST--
The share of a server that is gone goes to the others and comes back, and every job is done once
--FILE--
<?php
require __DIR__ . '/../support/all.php';

ini_set('gearman.server_selection', 'spread');
$servers = [Gearmand::start(), Gearmand::start(), Gearmand::start()];
$submit = function (int $from) use ($servers): void {
    $client = client(...$servers);
    for ($number = $from; $number < $from + 300; $number++) {
        if ($client->doBackground('function', "{$number}", "key {$number}") === '') {
            echo "job {$number} is lost\n";
        }
    }
};

$done = [];
$work = function (array $servers) use (&$done): void {
    $before = count($done);
    $shares = [];
    foreach ($servers as $server) {
        $worker = worker(['function' => function (GearmanJob $job) use (&$done) {
            $done[] = $job->workload();
        }], $server);
        $shares[] = $share = $server->admin->queue('function')['jobs'];
        for (; $share > 0; $share--) {
            $worker->work();
        }
    }
    echo count($shares), ' servers with ', min($shares) > 50 ? 'a share' : 'next to nothing', ', ', count($done) - $before, " jobs\n";
};

$submit(0);
$work($servers);
$servers[1]->kill();
$submit(300);
$work([$servers[0], $servers[2]]);
$servers[1]->restart();
eventually('the server is used again', function () use ($servers) {
    client(...$servers)->doBackground('probe', 'x');
    return ($servers[1]->admin->queue('probe')['jobs'] ?? 0) > 0;
});
$submit(600);
$work($servers);
var_dump(count(array_unique($done)) === count($done));
?>
--EXPECT--
3 servers with a share, 300 jobs
2 servers with a share, 300 jobs
3 servers with a share, 300 jobs
bool(true)
