--TEST--
A delayed job that a durable queue keeps is done by an idle run() after the server was killed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$file = tempnam(sys_get_temp_dir(), 'queue-');
at_the_end(fn () => unlink($file));
$server = Gearmand::start('-q', 'libsqlite3', '--libsqlite3-db', $file);
$client = new GearmanRs\Client();
$client->addServer($server->host, $server->port);
$due = time() + 2;
$client->doBackgroundAt('f', (string) $due, $due);
$server->restart();
$late = null;
$worker = runner(['f' => function (GearmanJob $job) use (&$late) {
    $late = microtime(true) - (int) $job->workload();
}], $server);
echo $worker->run(jobs: 1), "\n";
var_dump($late >= 0 ?: $late);
?>
--EXPECT--
jobs
bool(true)
