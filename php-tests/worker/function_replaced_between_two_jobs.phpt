--TEST--
addFunction() with a name that is already served replaces the callback at once
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('replaced');
$client = client();
$client->doBackground($function, 'x');
$client->doBackground($function, 'x');
$worker = worker([$function => fn () => print "old\n"]);
$worker->work();
$worker->addFunction($function, fn () => print "new\n");
$worker->work();
?>
--EXPECT--
old
new
