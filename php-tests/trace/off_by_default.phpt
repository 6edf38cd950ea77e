--TEST--
By default nothing is written anywhere, and an object that was made before goes on as it was
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

$client = client();
$client->ping('x');
ini_set('gearman.trace', $file);
$client->ping('x');
var_dump($lines());
$traced = client();
ini_set('gearman.trace', '');
$traced->ping('x');
echo $lines();
?>
--EXPECT--
string(0) ""
> OPTION_REQ exceptions
> ECHO_REQ (1 bytes)
< OPTION_RES exceptions
< ECHO_RES (1 bytes)
