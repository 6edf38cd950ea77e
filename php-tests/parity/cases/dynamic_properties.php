<?php
require __DIR__ . '/../support.php';

foreach ([GearmanClient::class, GearmanWorker::class, GearmanTask::class, GearmanJob::class] as $class) {
    $object = new $class();
    $object->mine = [1];
    show("{$class} has", [$object->mine, isset($object->mine), isset($object->other)]);
    unset($object->mine);
    show('after unset', isset($object->mine));
}
