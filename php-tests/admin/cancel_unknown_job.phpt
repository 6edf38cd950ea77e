--TEST--
cancelJob() is true when any server had the job, and names those that did not when none had
--FILE--
<?php
require __DIR__ . '/admin.inc';

[$one, $two] = [Gearmand::start(), Gearmand::start()];
$names = ['ONE' => $one->address(), 'TWO' => $two->address()];
$admin = administrator($one, $two);
$handle = client($two)->doBackground('f', 'x');
show('one had it', fn () => $admin->cancelJob($handle), $names);
show('none had it', fn () => $admin->cancelJob('H:nowhere:1'), $names);
?>
--EXPECT--
one had it: true
none had it: false
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_JOB_NOT_FOUND) ONE: the server has no job with this handle (it has ended, or is on another server)
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_JOB_NOT_FOUND) TWO: the server has no job with this handle (it has ended, or is on another server)
