--TEST--
setId() on a connected worker is told to every server at once
--FILE--
<?php
require __DIR__ . '/../support/all.php';

[$one, $two] = [Gearmand::start(), Gearmand::start()];
$worker = worker(['f' => 'strlen'], $one, $two);
$worker->setTimeout(1);
$known = fn (Gearmand $server) => array_column($server->admin->workersOf('f'), 'id');

$worker->work();
foreach (['first', 'second'] as $id) {
    var_dump($worker->setId($id));
    // Nothing else is called on the worker.
    eventually("the servers know '{$id}'", fn () => $known($one) === [$id] && $known($two) === [$id]);
}
var_dump(@$worker->setId(''));
var_dump($known($one));
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
array(1) {
  [0]=>
  string(6) "second"
}
