--TEST--
The module loads, and leaves, without a word, with and without use of it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach (['', 'new GearmanClient();', 'exit(0);'] as $code) {
    $result = run_php(['-d', 'error_reporting=-1', '-d', 'display_errors=1', '-d', 'display_startup_errors=1', '-r', $code ?: 'return;']);
    echo json_encode($result), "\n";
}
?>
--EXPECT--
{"status":0,"output":""}
{"status":0,"output":""}
{"status":0,"output":""}
