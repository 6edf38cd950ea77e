<?php
require __DIR__ . '/../support.php';

$name = unique_name('f');
$worker = worker([$name => fn () => '']);
show('setId', $worker->setId('my-id'));
$worker->setTimeout(50);
$worker->work();
show('the server knows', eventually('the id is known', fn () => in_array('my-id', array_column(workers_of($name), 'id'), true)));
show('another', $worker->setId('other-id'));
$worker->work();
show('the server knows', eventually('the other id is known', fn () => in_array('other-id', array_column(workers_of($name), 'id'), true)));
