--TEST--
One loop drives two clients on two servers
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('loop');
$servers = ['one' => Gearmand::start(), 'two' => Gearmand::start()];
$results = ['one' => [], 'two' => []];
$watched = [];
foreach ($servers as $name => $server) {
    $client = looping_client($results[$name], $server);
    $worker = looping_worker([$function => fn (GearmanJob $job) => "{$name} {$job->workload()}"], $server);
    for ($number = 0; $number < 100; $number++) {
        $client->addTask($function, (string) $number);
    }
    array_push($watched, [$client->stream(), $client->runTasks(...)], [$worker->stream(), fn () => @$worker->work()]);
}
loop($watched, function () use (&$results) {
    return count($results['one']) + count($results['two']) === 200;
});
foreach ($results as $name => $of) {
    echo "{$name}: ", count(preg_grep("/^{$name} \\d+$/", $of)), "\n";
}
?>
--EXPECT--
one: 100
two: 100
