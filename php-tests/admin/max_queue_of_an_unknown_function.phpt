--TEST--
setMaxQueue() is false for a function that a server does not know, and says which server
--FILE--
<?php
require __DIR__ . '/admin.inc';

[$one, $two] = [Gearmand::start(), Gearmand::start()];
$names = ['ONE' => $one->address(), 'TWO' => $two->address()];
administrator($two)->createFunction('f');
$admin = administrator($one, $two);
show('one of two', fn () => $admin->setMaxQueue('f', 1), $names);
show('none', fn () => $admin->setMaxQueue('ff', 1), $names);
$two = client($two);
var_dump($two->doBackground('f', 'x', 'a') !== '', @$two->doBackground('f', 'x', 'b'));
?>
--EXPECT--
one of two: false
GearmanRs\Admin::setMaxQueue(): setMaxQueue(GEARMAN_NO_REGISTERED_FUNCTION) ONE: the server has no function of this name (createFunction() makes it)
none: false
GearmanRs\Admin::setMaxQueue(): setMaxQueue(GEARMAN_NO_REGISTERED_FUNCTION) ONE: the server has no function of this name (createFunction() makes it)
GearmanRs\Admin::setMaxQueue(): setMaxQueue(GEARMAN_NO_REGISTERED_FUNCTION) TWO: the server has no function of this name (createFunction() makes it)
bool(true)
string(0) ""
