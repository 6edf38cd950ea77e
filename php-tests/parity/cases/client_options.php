<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$bits = [
    'non-blocking' => GEARMAN_CLIENT_NON_BLOCKING,
    'unbuffered' => GEARMAN_CLIENT_UNBUFFERED_RESULT,
    'free tasks' => GEARMAN_CLIENT_FREE_TASKS,
    'all three' => GEARMAN_CLIENT_NON_BLOCKING | GEARMAN_CLIENT_UNBUFFERED_RESULT | GEARMAN_CLIENT_FREE_TASKS,
    'allocated' => GEARMAN_CLIENT_ALLOCATED,
    'task in use' => GEARMAN_CLIENT_TASK_IN_USE,
    'no new' => GEARMAN_CLIENT_NO_NEW,
    'an unknown bit' => 1 << 20,
    'none' => 0,
];
foreach ($bits as $name => $bit) {
    show("set {$name}", [$client->setOptions($bit), $client->options()]);
    $client->setOptions(0);
    show("add {$name}", [$client->addOptions($bit), $client->options()]);
    show("remove {$name}", [$client->removeOptions($bit), $client->options()]);
}
$client->setOptions(GEARMAN_CLIENT_NON_BLOCKING);
show('added to another', [$client->addOptions(GEARMAN_CLIENT_FREE_TASKS), $client->options()]);
show('one of two removed', [$client->removeOptions(GEARMAN_CLIENT_NON_BLOCKING), $client->options()]);
