<?php
require __DIR__ . '/../support.php';

$worker = worker();
$resident = fn () => (int) explode(' ', file_get_contents('/proc/self/statm'))[1] * 4096;
$worker->addFunction('f', 'strlen');
$before = $resident();
for ($i = 0; $i < 20000; $i++) {
    $worker->addFunction('f', 'strlen');
}
show('grew by less than 2 MB', $resident() - $before < 2 << 20);
