--TEST--
A child process counts what it does itself
--FILE--
<?php
require __DIR__ . '/../support/all.php';

client()->doBackground(unique_name('function'), 'x');
$child = Child::run(fn (Child $test) => $test->send(GearmanRs\stats()));
var_dump(array_sum($child->receive()), GearmanRs\stats()['jobs_submitted']);
?>
--EXPECT--
int(0)
int(1)
