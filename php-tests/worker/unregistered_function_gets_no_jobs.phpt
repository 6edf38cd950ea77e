--TEST--
After unregister() the jobs of a function stay in the queue
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('withdrawn');
$worker = worker([$function => fn () => print "must not run\n", unique_name('other') => 'strlen']);
$worker->setTimeout(100);
$worker->work();
$worker->unregister($function);
client()->doBackground($function, 'x');
var_dump($worker->work());
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
?>
--EXPECT--
bool(false)
int(1)
