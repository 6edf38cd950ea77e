--TEST--
timeout() returns what setTimeout() took
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$worker = new GearmanWorker();
foreach ([1500, 0, -1] as $milliseconds) {
    var_dump($worker->setTimeout($milliseconds), $worker->timeout());
}
?>
--EXPECT--
bool(true)
int(1500)
bool(true)
int(0)
bool(true)
int(-1)
