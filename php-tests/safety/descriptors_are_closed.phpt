--TEST--
Every object that is dropped gives its file descriptors back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$open = fn () => count(scandir('/proc/self/fd'));
$use = function () {
    client()->ping('x');
    $worker = worker([unique_name('idle') => 'strlen']);
    $worker->setTimeout(1);
    $worker->work();
};
$use();
$before = $open();
for ($i = 0; $i < 50; $i++) {
    $use();
}
var_dump($open() - $before);
?>
--EXPECT--
int(0)
