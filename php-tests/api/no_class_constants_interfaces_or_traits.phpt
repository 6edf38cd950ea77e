--TEST--
The classes implement nothing and hold no constants; GearmanException is a plain exception
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ((new ReflectionExtension('gearman'))->getClasses() as $class) {
    echo $class->name, ': ', implode(' ', $class->getInterfaceNames()), "\n";
}
?>
--EXPECT--
GearmanClient: 
GearmanTask: 
GearmanWorker: 
GearmanJob: 
GearmanException: Throwable Stringable
GearmanRs\Client: 
GearmanRs\Worker: 
GearmanRs\Admin: 
