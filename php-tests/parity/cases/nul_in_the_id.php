<?php
require __DIR__ . '/../support.php';

$name = unique_name('f');
$worker = worker();
attempt('setId', fn () => $worker->setId("id\0id"), $worker);
$worker->addFunction($name, fn () => '');
$worker->setTimeout(1);
$worker->work();
// gearmand may take a moment to know it.
show('the server knows', eventually('the worker is known', fn () => workers_of($name)));
