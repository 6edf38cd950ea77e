--TEST--
A stream can be waited for, and be nothing else
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = looping_worker([]);
$stream = $worker->stream();
var_dump($stream === $worker->stream(), get_resource_type($stream) === 'stream');
var_dump(@proc_open(['true'], [0 => $stream], $pipes), @fstat($stream));
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
bool(false)
