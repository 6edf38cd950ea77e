--TEST--
With stderr for a file, lines go to the standard error
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$code = sprintf('$client = new GearmanClient(); $client->addServer("127.0.0.1", %d); $client->ping("x");', Gearmand::shared()->port);
$child = run_php(['-d', 'gearman.trace=stderr', '-r', $code]);
echo preg_replace(['/^\S+ \d+ /m', '/:\d+ /'], ['', ' '], $child['output']);
?>
--EXPECT--
127.0.0.1 > OPTION_REQ exceptions
127.0.0.1 > ECHO_REQ (1 bytes)
127.0.0.1 < OPTION_RES exceptions
127.0.0.1 < ECHO_RES (1 bytes)
