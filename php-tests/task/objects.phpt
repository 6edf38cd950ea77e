--TEST--
Tasks can be serialized to an empty object, not cloned, and show no insides
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$task = client()->addTask('function', 'x');
var_dump($task);
echo serialize($task), "\n";
var_dump(unserialize(serialize($task))->functionName());
try {
    clone $task;
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
var_dump((new ReflectionClass('GearmanTask'))->newInstanceWithoutConstructor()->returnCode());
?>
--EXPECTF--
object(GearmanTask)#%d (0) {
}
O:11:"GearmanTask":0:{}
bool(false)
Trying to clone an uncloneable object of class GearmanTask
int(0)
