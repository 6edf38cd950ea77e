--TEST--
Serialized strings that were tampered with give objects that work
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$strings = [
    'O:13:"GearmanClient":1:{s:1:"x";i:1;}',
    'O:13:"GearmanWorker":1:{s:4:"self";r:1;}',
    'O:10:"GearmanJob":1:{s:6:"handle";s:3:"H:1";}',
];
foreach ($strings as $string) {
    $object = @unserialize($string);
    echo get_class($object), ' ', $object->returnCode(), "\n";
}
// PHP 8.6 makes no object of this one.
$object = @unserialize('C:13:"GearmanClient":0:{}');
echo $object ? get_class($object) . ' ' . $object->returnCode() : 'refused', "\n";
?>
--EXPECTREGEX--
GearmanClient 0
GearmanWorker 0
GearmanJob 0
(GearmanClient 0|refused)
