<?php
require __DIR__ . '/../support.php';

$worker = worker([unique_name('f') => fn () => '']);
$worker->setTimeout(100);
$started = hrtime(true);
attempt('work', fn () => $worker->work(), $worker);
$milliseconds = (hrtime(true) - $started) / 1e6;
show('in time', $milliseconds > 80 && $milliseconds < 2000);
attempt('again', fn () => $worker->work(), $worker);
show('error', named_code($worker->error()));
