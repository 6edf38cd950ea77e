--TEST--
error() returns the text that the warning showed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$client = new GearmanClient();
set_error_handler(function (int $level, string $text) use (&$warning) {
    $warning = $text;
    return true;
});
$client->ping('x');
var_dump($warning === 'GearmanClient::ping(): ' . $client->error());
?>
--EXPECT--
bool(true)
