--TEST--
A second module named gearman says that it is not used, and the first one goes on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$extensions = explode(':', getenv('GEARMAN_TEST_EXTENSIONS'));
$result = run_php(['-d', 'extension=' . end($extensions), '-d', 'display_startup_errors=1', '-r', 'echo GearmanClient::class;']);
echo $result['status'], "\n", $result['output'], "\n";
?>
--EXPECT--
0

Warning: PHP Startup: gearman_rs is not used, because a module named gearman is loaded already; enable either php-gearman or gearman_rs, once in Unknown on line 0

Warning: Module "gearman" is already loaded in Unknown on line 0
GearmanClient
