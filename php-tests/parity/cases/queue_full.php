<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
attempt('the first', fn () => $client->doBackground($queue, 'x') !== '', $client);
Gearmand::shared()->admin->ask("maxqueue {$queue} 1");
attempt('the second', fn () => $client->doBackground($queue, 'y'), $client);
attempt('a task', fn () => $client->addTaskBackground($queue, 'y'), $client);
attempt('runTasks', fn () => $client->runTasks(), $client);
attempt('the client goes on', fn () => $client->ping('x'), $client);
