--TEST--
With gearman.trace_payload a line shows the beginning of the payload
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

ini_set('gearman.trace', $file);
ini_set('gearman.trace_payload', '4');
$client = client();
$client->ping("a\0b\xffcd");
$client->ping("x\ny");
$client->ping(str_repeat('large', 60_000));
echo $lines();
?>
--EXPECT--
> OPTION_REQ exceptions
> ECHO_REQ (6 bytes) "a\x00b\xff"...
< OPTION_RES exceptions
< ECHO_RES (6 bytes) "a\x00b\xff"...
> ECHO_REQ (3 bytes) "x\ny"
< ECHO_RES (3 bytes) "x\ny"
> ECHO_REQ (300000 bytes) "larg"...
< ECHO_RES (300000 bytes) "larg"...
