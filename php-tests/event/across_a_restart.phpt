--TEST--
Streams stay the same when the server goes and comes back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$function = unique_name('loop');
$results = [];
$client = looping_client($results, $server);
$failed = 0;
$client->setFailCallback(function () use (&$failed) {
    $failed++;
});
$worker = looping_worker([$function => fn () => 'done'], $server);
$streams = [$client->stream(), $worker->stream()];
$watched = [[$streams[0], fn () => @$client->runTasks()], [$streams[1], fn () => @$worker->work()]];
$has = function (int $count) use (&$results): callable {
    return function () use (&$results, $count) {
        return count($results) === $count;
    };
};
$client->addTask($function, 'x');
loop($watched, $has(1));
echo 'before: ', count($results), "\n";

// A task that the server has taken and nobody does is lost with it.
$client->addTask(unique_name('nobody'), 'x');
eventually('the server has the task', function () use ($client, $server) {
    $client->runTasks();
    return preg_grep('/^nobody-/', $server->admin->ask('status')) !== [];
});
settle($worker);
$server->kill();
loop($watched, function () use (&$failed) {
    return $failed === 1;
});
echo "failed: {$failed}\n";
$server->restart();
eventually('the client reaches the server', fn () => @$client->ping('x'));
$client->addTask($function, 'x');
loop($watched, $has(2));
echo 'after: ', count($results) - 1, "\n";
echo $streams === [$client->stream(), $worker->stream()] ? "the same streams\n" : "other streams\n";
settle($worker);
echo is_readable_now($streams[0]) ? "the client has something to do\n" : "silent\n";
?>
--EXPECT--
before: 1
failed: 1
after: 1
the same streams
silent
