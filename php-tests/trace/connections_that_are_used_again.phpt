--TEST--
A connection that is used again is traced as its new client wants it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$file = tempnam(sys_get_temp_dir(), 'trace');
at_the_end(fn () => unlink($file));
/** The lines so far, without what differs from run to run. */
$lines = fn () => preg_replace(
    ['/^\d+\.\d{6} ' . getmypid() . ' 127\.0\.0\.1:' . Gearmand::shared()->port . ' /m', '/H:\S+:\d+/', '/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/', '/-[0-9a-f]{12}/'],
    ['', 'HANDLE', 'UUID', ''],
    file_get_contents($file),
);

ini_set('gearman.persistent', '1');
foreach (['', $file, ''] as $target) {
    ini_set('gearman.trace', $target);
    client()->ping('x');
}
echo $lines(), GearmanRs\stats()['connections_reused'], "\n";
?>
--EXPECT--
> ECHO_REQ (1 bytes)
< ECHO_RES (1 bytes)
2
