<?php
require __DIR__ . '/../support.php';

$worker = worker();
$names = [unique_name('a'), unique_name('b')];
foreach ($names as $name) {
    $worker->addFunction($name, fn () => '');
}
$worker->setTimeout(50);
attempt('work', fn () => $worker->work(), $worker);
show('workers', array_map(fn ($name) => queue($name)['workers'], $names));
attempt('unregister', fn () => $worker->unregister($names[0]), $worker);
attempt('work', fn () => $worker->work(), $worker);
show('workers', array_map(fn ($name) => queue($name)['workers'], $names));
attempt('unregister again', fn () => $worker->unregister($names[0]), $worker);
attempt('unregisterAll', fn () => $worker->unregisterAll(), $worker);
attempt('unregisterAll again', fn () => $worker->unregisterAll(), $worker);
attempt('work', fn () => $worker->work(), $worker);
