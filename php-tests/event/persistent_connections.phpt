--TEST--
A connection that is kept for the next client leaves the stream of its last one
--FILE--
<?php
require __DIR__ . '/../support/all.php';

ini_set('gearman.persistent', '1');
$function = unique_name('kept');
$results = [];
$first = looping_client($results);
$stream = $first->stream();
$first->addTaskBackground($function, 'x');
loop([[$stream, $first->runTasks(...)]], fn () => $first->returnCode() === GEARMAN_SUCCESS && !is_readable_now($stream));
$sockets = own_sockets();
$first->__construct();
$second = looping_client($results);
$second->addTask($function, 'y');
$second->runTasks();
echo 'the same connection: ', json_encode(own_sockets() === $sockets), "\n";
start_worker([$function => fn () => 'result']);
eventually('the answer is there', fn () => is_readable_now($second->stream()));
echo is_readable_now($stream) ? "something to do\n" : "silent\n";
loop([[$second->stream(), $second->runTasks(...)]], function () use (&$results) {
    return $results !== [];
});
echo "{$results[0]}\n";
?>
--EXPECT--
the same connection: true
silent
result
