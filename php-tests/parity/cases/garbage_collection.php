<?php
require __DIR__ . '/../support.php';

$client = new GearmanClient();
$client->setCompleteCallback(function () use ($client) {
});
$worker = new GearmanWorker();
$worker->addFunction('f', function () use ($worker) {
});
$references = [WeakReference::create($client), WeakReference::create($worker)];
unset($client, $worker);
gc_collect_cycles();
show('collected', array_map(fn ($reference) => $reference->get() === null, $references));
