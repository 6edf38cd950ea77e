<?php
require __DIR__ . '/../support.php';

$name = unique_name('f');
$worker = worker();
attempt('setId', fn () => $worker->setId("id\0id"), $worker);
$worker->addFunction($name, fn () => '');
$worker->setTimeout(1);
$worker->work();
show('the server knows', workers_of($name));
