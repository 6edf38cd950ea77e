<?php
require __DIR__ . '/../support.php';

$context = new ArrayObject();
$client = new GearmanClient();
$client->addTask('f', 'x', $context);
$context[] = $client;
$reference = WeakReference::create($context);
unset($client, $context);
gc_collect_cycles();
show('collected', $reference->get() === null);
