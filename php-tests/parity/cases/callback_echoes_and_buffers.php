<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
client()->doBackground($queue, 'x');
$worker = worker([$queue => function () {
    echo "printed\n";
    return 'returned';
}]);
ob_start();
$worker->work();
show('buffered', ob_get_clean());
