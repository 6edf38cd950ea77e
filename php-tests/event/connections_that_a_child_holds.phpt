--TEST--
A connection that was closed does not wake the loop, though a child holds it still
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = looping_worker([unique_name('held') => 'strlen']);
settle($worker);
$stream = $worker->stream();
$child = Child::run(fn (Child $parent) => $parent->receive());
// It closes the connection, which lives on in the child, and has no servers then.
$worker->__construct();
echo is_readable_now($stream) ? "something to do\n" : "silent\n";
$child->send('end');
$child->wait();
?>
--EXPECT--
silent
