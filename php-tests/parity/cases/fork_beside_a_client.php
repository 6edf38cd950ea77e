<?php
require __DIR__ . '/../support.php';

$queue = unique_name('queue');
$client = client();
$client->ping('before');
$child = Child::run(function (Child $parent) use ($client, $queue) {
    $parent->send([$client->doBackground($queue, 'from the child') !== '', $client->returnCode()]);
});
show('the child', $child->receive());
show('the child ends', $child->wait());
attempt('the parent', fn () => $client->doBackground($queue, 'from the parent') !== '', $client);
attempt('the parent again', fn () => $client->ping('x'), $client);
show('jobs', queue($queue)['jobs']);
