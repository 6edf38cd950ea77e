--TEST--
Jobs in the foreground are spread, and each result reaches its call
--FILE--
<?php
require __DIR__ . '/../support/all.php';

ini_set('gearman.server_selection', 'spread');
$servers = [Gearmand::start(), Gearmand::start(), Gearmand::start()];
$jobs = fn (string $function) => array_map(fn (Gearmand $server) => $server->admin->queue($function)['jobs'] ?? 0, $servers);

$workers = array_map(fn (Gearmand $server) => start_worker(['name' => fn (GearmanJob $job) => "{$server->port}:{$job->workload()}"], $server), $servers);
$client = client(...$servers);
$ports = [];
for ($number = 0; $number < 30; $number++) {
    [$port, $result] = explode(':', $client->doNormal('name', "{$number}"));
    $ports[$port] = ($ports[$port] ?? 0) + ((int) $result === $number ? 1 : 0);
}
echo json_encode(array_values($ports)), "\n";

$results = [];
$client->setCompleteCallback(function (GearmanTask $task) use (&$results) {
    $results[] = explode(':', $task->data())[1] === $task->unique();
});
for ($number = 0; $number < 300; $number++) {
    $client->addTask('name', "{$number}", null, "{$number}");
}
var_dump($client->runTasks(), count($results), array_unique($results) === [true]);
?>
--EXPECT--
[10,10,10]
bool(true)
int(300)
bool(true)
