--TEST--
After a second addFunction() with the same name the newest callback is called
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('twice');
client()->doBackground($function, 'x');
$worker = worker();
$worker->addFunction($function, fn () => print "old\n");
$worker->addFunction($function, fn () => print "new\n");
$worker->work();
?>
--EXPECT--
new
