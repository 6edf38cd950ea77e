--TEST--
After a fork, parent and child each have a stream of their own
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('fork');
$results = [];
$client = looping_client($results);
$stream = $client->stream();
start_worker([$function => fn (GearmanJob $job) => $job->workload()]);
$submit = function (string $who) use ($client, $function) {
    for ($number = 0; $number < 3; $number++) {
        $client->addTask($function, $who);
    }
};
$finish = function (string $who) use ($client, &$results) {
    loop([[$client->stream(), $client->runTasks(...)]], function () use (&$results) {
        return count($results) >= 3;
    });
    return count(array_keys($results, $who, true));
};
$submit('parent');
$client->runTasks();
$child = Child::run(function (Child $parent) use ($client, $stream, $submit, $finish, &$results) {
    // The tasks are the parent's, and so are their results.
    $results = [];
    loop([[$stream, $client->runTasks(...)]], fn () => !is_readable_now($stream));
    echo 'child: silent, then ';
    $submit('child');
    echo $finish('child'), "\n";
});
$child->wait();
echo 'parent: ', $finish('parent'), "\n";
?>
--EXPECT--
child: silent, then 3
parent: 3
