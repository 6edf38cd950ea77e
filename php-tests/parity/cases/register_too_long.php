<?php
require __DIR__ . '/../support.php';

$worker = worker();
attempt('empty', fn () => $worker->register(''), $worker);
attempt('512', fn () => $worker->register(str_pad(unique_name('f'), 512, 'f')), $worker);
attempt('513', fn () => $worker->register(str_pad(unique_name('f'), 513, 'f')), $worker);
attempt('with a timeout', fn () => $worker->register(unique_name('f'), 10), $worker);
attempt('with a negative timeout', fn () => $worker->register(unique_name('f'), -10), $worker);
