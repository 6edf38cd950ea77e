--TEST--
A client counts connections, jobs and timeouts
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** What has changed since the last call, but for the bytes. */
function changes(): string
{
    static $before = null;
    $before ??= GearmanRs\stats();
    $now = array_diff_key(GearmanRs\stats(), ['bytes_in' => 0, 'bytes_out' => 0]);
    $changes = array_filter(array_map(fn (string $name) => $now[$name] - $before[$name], array_combine(array_keys($now), array_keys($now))));
    $before = $now;
    return json_encode($changes);
}

changes();
$name = unique_name('job');
start_worker([
    "{$name}-good" => fn () => 'good',
    "{$name}-bad" => fn (GearmanJob $job) => $job->sendFail(),
    "{$name}-ugly" => fn () => throw new Exception('ugly'),
]);
$client = client();
$client->ping('x');
echo 'ping ', changes(), "\n";
$client->doBackground("{$name}-nobody", 'x');
rs_client()->doBackgroundMany("{$name}-nobody", ['x', 'y', 'z']);
echo 'background ', changes(), "\n";
foreach (['good', 'bad', 'ugly'] as $kind) {
    @$client->doNormal("{$name}-{$kind}", 'x');
    echo "{$kind} ", changes(), "\n";
}
$client->addTask("{$name}-good", 'x');
$client->addTask("{$name}-bad", 'x');
$client->runTasks();
echo 'tasks ', changes(), "\n";
$client->setTimeout(10);
@$client->doNormal("{$name}-nobody", 'x');
echo 'nobody ', changes(), "\n";
$before = GearmanRs\stats();
$client->setTimeout(DEADLINE_MILLISECONDS);
$client->ping(str_repeat('x', 1000));
$after = GearmanRs\stats();
var_dump($after['bytes_out'] - $before['bytes_out'], $after['bytes_in'] - $before['bytes_in']);
?>
--EXPECT--
ping {"connections_opened":1}
background {"connections_opened":1,"jobs_submitted":4}
good {"jobs_submitted":1,"jobs_completed":1}
bad {"jobs_submitted":1,"jobs_failed":1}
ugly {"jobs_submitted":1,"jobs_failed":1}
tasks {"jobs_submitted":2,"jobs_completed":1,"jobs_failed":1}
nobody {"jobs_submitted":1,"timeouts":1}
int(1012)
int(1012)
