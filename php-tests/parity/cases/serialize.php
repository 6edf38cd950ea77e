<?php
require __DIR__ . '/../support.php';

foreach ([GearmanClient::class, GearmanWorker::class, GearmanTask::class, GearmanJob::class] as $class) {
    $text = serialize(new $class());
    show($class, $text);
    show('back', unserialize($text));
}
