--TEST--
A look-up of a job that nobody knows does not disturb the submission after it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = client();
$client->jobStatus('H:nowhere:1');
$client->jobStatusByUniqueKey(unique_name('nothing'));
$client->setTimeout(DEADLINE_MILLISECONDS);
var_dump($client->doBackground(unique_name('next'), 'x') !== '', $client->returnCode());
?>
--EXPECT--
bool(true)
int(0)
