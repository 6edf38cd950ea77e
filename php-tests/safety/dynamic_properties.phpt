--TEST--
A property written to an object is kept, with PHP's own deprecation
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([new GearmanClient(), new GearmanWorker(), new GearmanJob()] as $object) {
    $object->note = 'kept';
    var_dump($object->note, isset($object->note));
    unset($object->note);
    var_dump(isset($object->note));
}
?>
--EXPECTF--
Deprecated: Creation of dynamic property GearmanClient::$note is deprecated in %s on line %d
string(4) "kept"
bool(true)
bool(false)

Deprecated: Creation of dynamic property GearmanWorker::$note is deprecated in %s on line %d
string(4) "kept"
bool(true)
bool(false)

Deprecated: Creation of dynamic property GearmanJob::$note is deprecated in %s on line %d
string(4) "kept"
bool(true)
bool(false)
