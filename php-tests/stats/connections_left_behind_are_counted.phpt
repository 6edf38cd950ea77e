--TEST--
A connection that an earlier client has left behind is counted as such
--FILE--
<?php
require __DIR__ . '/../support/all.php';

ini_set('gearman.persistent', '1');
for ($clients = 0; $clients < 5; $clients++) {
    client()->doBackground(unique_name('function'), 'x');
}
['connections_opened' => $opened, 'connections_reused' => $reused] = GearmanRs\stats();
var_dump($opened, $reused);
?>
--EXPECT--
int(1)
int(4)
