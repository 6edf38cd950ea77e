<?php
require __DIR__ . '/../support.php';

foreach ([GearmanClient::class, GearmanWorker::class, GearmanTask::class, GearmanJob::class] as $class) {
    $object = new $class();
    var_dump($object);
    print_r($object);
    echo "\n";
    var_export($object);
    echo "\n", json_encode($object), "\n";
    show('as array', (array) $object);
    show('is empty', empty($object));
}
