--TEST--
A client's stream can be read from when runTasks() has something to do
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('silent');
$results = [];
$client = looping_client($results);
$stream = $client->stream();
$say = fn (string $when) => print "{$when}: " . (is_readable_now($stream) ? "something to do\n" : "silent\n");
$say('fresh');
$client->ping('x');
$say('after a call');
$client->addTaskBackground($function, 'x');
$say('with a task');
loop([[$stream, $client->runTasks(...)]], fn () => $client->returnCode() === GEARMAN_SUCCESS && !is_readable_now($stream));
$say('when it is done');

$client->setTimeout(50);
@$client->doNormal($function, 'late');
$client->setTimeout(DEADLINE_MILLISECONDS);
$worker = worker([$function => fn () => 'late']);
$worker->work();
$worker->work();
eventually('the job is done', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
$say('with an answer that nobody waits for');

// The ping comes behind the answer, and takes it in.
$client->addTask($function, 'x');
$client->runTasks();
$worker->work();
eventually('the job is done', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
$client->ping('x');
$say('with the answer read by another call');
?>
--EXPECT--
fresh: silent
after a call: silent
with a task: something to do
when it is done: silent
with an answer that nobody waits for: silent
with the answer read by another call: something to do
