--TEST--
Adding one name 100,000 times does not make the process grow
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker();
$add = function (int $times) use ($worker) {
    for ($i = 0; $i < $times; $i++) {
        $worker->addFunction('again', fn () => null);
    }
};
$add(1000);
$before = resident_bytes();
$add(100_000);
var_dump(resident_bytes() - $before < 5_000_000);
?>
--EXPECT--
bool(true)
