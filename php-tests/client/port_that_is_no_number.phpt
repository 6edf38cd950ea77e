--TEST--
A port that is no number is Zend's TypeError
--FILE--
<?php
require __DIR__ . '/../support/all.php';

try {
    (new GearmanClient())->addServer('127.0.0.1', 'abc');
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
GearmanClient::addServer(): Argument #2 ($port) must be of type int, string given
