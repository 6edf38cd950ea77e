--TEST--
var_dump(), print_r(), (array) and foreach see an object without properties
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([client(), worker(['function' => 'strlen']), new GearmanJob()] as $object) {
    var_dump($object);
    print_r((array) $object);
    foreach ($object as $name => $value) {
        echo "{$name}\n";
    }
    echo json_encode($object), ' ', var_export($object == $object, true), "\n";
}
?>
--EXPECTF--
object(GearmanClient)#%d (0) {
}
Array
(
)
{} true
object(GearmanWorker)#%d (0) {
}
Array
(
)
{} true
object(GearmanJob)#%d (0) {
}
Array
(
)
{} true
