--TEST--
The module offers what php-gearman 2.2.1 offers, and the constants that php-gearman forgot, and nothing else
--FILE--
<?php
require __DIR__ . '/../support/all.php';

require __DIR__ . '/../support/signatures.php';

$theirs = file(__DIR__ . '/php-gearman-2.2.1.txt', FILE_IGNORE_NEW_LINES);
$forgotten = file(__DIR__ . '/additional-constants.txt', FILE_IGNORE_NEW_LINES);
print_differences('php-gearman', [...$theirs, ...$forgotten], 'the module', signatures_of_the_module());
echo "compared\n";
?>
--EXPECT--
compared
