--TEST--
php --ri gearman names gearman_rs, so that nobody takes it for php-gearman
--FILE--
<?php
require __DIR__ . '/../support/all.php';

var_dump(str_contains(run_php(['--ri', 'gearman'])['output'], 'gearman_rs'));
?>
--EXPECT--
bool(true)
