<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$first = $client->doBackground($queue, 'x', 'same');
show('handle', $first);
show('same unique', $client->doBackground($queue, 'y', 'same') === $first);
show('another unique', $client->doBackground($queue, 'y', 'another') === $first);
show('high with the same unique', $client->doHighBackground($queue, 'y', 'same') === $first);
show('the hash of a workload', $client->doBackground($queue, 'w', '#') === $client->doBackground($queue, 'w', '#'));
show('jobs', queue($queue)['jobs']);
show('return code', $client->returnCode());
