<?php
require __DIR__ . '/../support.php';

$worker = worker([unique_name('f') => fn () => '']);
$worker->setTimeout(50);
$worker->work();
attempt('wait', fn () => $worker->wait(), $worker);
