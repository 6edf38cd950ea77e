--TEST--
The module offers what php-gearman 2.2.1 offers, and the constants that php-gearman forgot, and nothing else outside its namespace
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/signatures.php';

$theirs = file(__DIR__ . '/php-gearman-2.2.1.txt', FILE_IGNORE_NEW_LINES);
$forgotten = file(__DIR__ . '/additional-constants.txt', FILE_IGNORE_NEW_LINES);
$module = array_filter(signatures_of_the_module(), fn (string $line) => !is_ours($line));
print_differences('php-gearman', [...$theirs, ...$forgotten], 'the module', $module);
echo "compared\n";
?>
--EXPECT--
compared
