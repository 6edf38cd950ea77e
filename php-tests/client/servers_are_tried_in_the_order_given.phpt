--TEST--
While the first server lives it gets every job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$first = Gearmand::start();
$second = Gearmand::start();
$client = client($first, $second);
for ($i = 0; $i < 5; $i++) {
    $client->doBackground('function', 'x');
}
var_dump($first->admin->queue('function')['jobs'], $second->admin->queue('function')['jobs']);
?>
--EXPECT--
int(5)
int(0)
