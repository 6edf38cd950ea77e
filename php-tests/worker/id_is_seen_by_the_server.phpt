--TEST--
setId() names the worker in the admin command `workers`, before and after it has connected
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('named');
$admin = Gearmand::shared()->admin;
$worker = worker([$function => 'strlen']);
$worker->setTimeout(1);
var_dump($worker->setId('first-name'));
$worker->work();
eventually('the id is there', fn () => ($admin->workersOf($function)[0]['id'] ?? '') === 'first-name');

var_dump($worker->setId('second-name'));
$worker->work();
eventually('the new id is there', fn () => ($admin->workersOf($function)[0]['id'] ?? '') === 'second-name');
?>
--EXPECT--
bool(true)
bool(true)
