<?php
require __DIR__ . '/../support.php';

$name = unique_name('f');
$known = fn (string $id) => fn () => in_array($id, array_map(
    fn (string $line) => explode(' ', $line)[2] ?? '',
    Gearmand::shared()->admin->ask('workers'),
), true);
$ids = array_map(unique_name(...), ['first', 'second', 'third']);
$worker = worker([$name => fn () => '']);
attempt('setId before any work', fn () => $worker->setId($ids[0]), $worker);
show('the server knows', eventually('the first id is known', $known($ids[0])));
$worker->setTimeout(50);
attempt('work', fn () => $worker->work(), $worker);
attempt('setId after an idle work', fn () => $worker->setId($ids[1]), $worker);
show('the server knows', eventually('the second id is known', $known($ids[1])));
client()->doBackground($name, 'x');
attempt('work', fn () => $worker->work(), $worker);
attempt('setId after a job', fn () => $worker->setId($ids[2]), $worker);
show('the server knows', eventually('the third id is known', $known($ids[2])));
show('and the old one', $known($ids[1])());
