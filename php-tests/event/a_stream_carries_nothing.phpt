--TEST--
Reading, writing and closing a stream does nothing to its object
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = rs_client();
$client->ping('x');
$stream = $client->stream();
var_dump(fread($stream, 100), stream_get_contents($stream), fgets($stream), feof($stream), fwrite($stream, 'x'));
var_dump(@fseek($stream, 1) === 0, fclose($stream) ? null : 'not closed');
echo is_resource($stream) ? 'open' : 'closed', "\n";
var_dump($client->ping('y'), is_resource($client->stream()));
?>
--EXPECT--
string(0) ""
string(0) ""
bool(false)
bool(false)
int(0)
bool(false)
NULL
closed
bool(true)
bool(true)
