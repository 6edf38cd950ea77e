<?php
require __DIR__ . '/../support.php';

foreach ([new GearmanClient(), new GearmanWorker()] as $object) {
    attempt($object::class, fn () => $object->setSSL());
    attempt('off', fn () => $object->setSSL(false));
    attempt('no such file', fn () => $object->setSSL(true, '/no/such/file'));
}
