--TEST--
50,000 names added and taken away again on a connected worker take no memory
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = worker([unique_name('stays') => fn () => '']);
$worker->setTimeout(10);
$worker->work();
$round = function (int $count) use ($worker) {
    for ($i = 0; $i < $count; $i++) {
        $worker->addFunction("name-{$i}", fn () => '');
        $worker->unregister("name-{$i}");
    }
};
$round(1000);
$before = resident_bytes();
$round(50_000);
var_dump(resident_bytes() - $before < 4 * 1024 * 1024 ?: resident_bytes() - $before);
$worker->work();
var_dump($worker->returnCode());
?>
--EXPECT--
bool(true)
int(47)
