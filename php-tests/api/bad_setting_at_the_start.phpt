--TEST--
A bad value in php.ini or on the command line is warned about, and the default holds
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$result = run_php([
    '-d', 'gearman.exception_format=xml',
    '-d', 'gearman.connect_timeout=soon',
    '-r', 'echo ini_get("gearman.exception_format"), " ", ini_get("gearman.connect_timeout");',
]);
echo $result['status'], "\n";
var_dump(str_contains($result['output'], 'gearman.exception_format') && str_contains($result['output'], 'gearman.connect_timeout'));
var_dump(str_ends_with($result['output'], 'text 2000'));
?>
--EXPECT--
0
bool(true)
bool(true)
