--TEST--
A name that would end its command, or begin another one, is refused before anything is sent
--FILE--
<?php
require __DIR__ . '/admin.inc';

$server = Gearmand::start();
$admin = administrator($server);
foreach (['', 'a b', "a\tb", "a\r\nmaxqueue b 1", "a\0b", str_repeat('x', 513)] as $name) {
    foreach (['createFunction' => [], 'dropFunction' => [], 'setMaxQueue' => [1], 'cancelJob' => []] as $command => $more) {
        var_dump(@$admin->$command($name, ...$more));
    }
    echo error_get_last()['message'], "\n";
}
var_dump($admin->status()[$server->address()], $admin->createFunction(str_repeat('x', 512)));
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_INVALID_ARGUMENT) the job handle is empty
bool(false)
bool(false)
bool(false)
bool(false)
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_INVALID_ARGUMENT) the job handle contains white space
bool(false)
bool(false)
bool(false)
bool(false)
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_INVALID_ARGUMENT) the job handle contains white space
bool(false)
bool(false)
bool(false)
bool(false)
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_INVALID_ARGUMENT) the job handle contains white space
bool(false)
bool(false)
bool(false)
bool(false)
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_INVALID_ARGUMENT) the job handle contains a NUL byte
bool(false)
bool(false)
bool(false)
bool(false)
GearmanRs\Admin::cancelJob(): cancelJob(GEARMAN_INVALID_ARGUMENT) the job handle is 513 bytes long, at most 63 are allowed
array(0) {
}
bool(true)
