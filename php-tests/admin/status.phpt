--TEST--
status() counts all jobs of a function, the running ones and its workers
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$admin = administrator($server);
$client = client($server);
for ($i = 0; $i < 3; $i++) {
    $client->doBackground('resize', "{$i}");
}
$delayed = new GearmanRs\Client();
$delayed->addServer($server->host, $server->port);
$delayed->doBackgroundAt('later', 'x', time() + 10_000);
$worker = worker(['resize' => function () use ($admin, $server) {
    echo json_encode($admin->status()[$server->address()]['resize']), "\n";
}], $server);
echo json_encode($admin->status()[$server->address()]['resize']), "\n";
$worker->work();
eventually('one is done', fn () => $admin->status()[$server->address()]['resize'] === ['total' => 2, 'running' => 0, 'workers' => 1]);
echo json_encode($admin->status()[$server->address()]['later']), "\n";
?>
--EXPECT--
{"total":3,"running":0,"workers":0}
{"total":3,"running":1,"workers":1}
{"total":1,"running":0,"workers":0}
