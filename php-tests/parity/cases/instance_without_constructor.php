<?php
require __DIR__ . '/../support.php';

foreach ([GearmanClient::class, GearmanWorker::class, GearmanTask::class, GearmanJob::class] as $class) {
    $object = (new ReflectionClass($class))->newInstanceWithoutConstructor();
    attempt($class, fn () => $object->returnCode());
}
$client = (new ReflectionClass('GearmanClient'))->newInstanceWithoutConstructor();
attempt('options', fn () => $client->options());
attempt('ping', fn () => $client->ping('x'));
