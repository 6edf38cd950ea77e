--TEST--
What an administrator sends and hears is written down line by line
--FILE--
<?php
require __DIR__ . '/../admin/admin.inc';

$file = tempnam(sys_get_temp_dir(), 'trace');
at_the_end(fn () => unlink($file));
ini_set('gearman.trace', $file);
$server = TextServer::answering("OK 1.1.20\n");
administrator($server)->versions();
echo preg_replace('/^\d+\.\d{6} ' . getmypid() . " {$server->address()} /m", '', file_get_contents($file));
?>
--EXPECT--
> "version\r\n\x00REQ\x00\x00\x00\x10\x00\x00\x00\x01."
< "OK 1.1.20"
< ECHO_RES (1 bytes)
