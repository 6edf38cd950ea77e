--TEST--
phpinfo() shows the counters
--FILE--
<?php
require __DIR__ . '/../support/all.php';

client()->doBackground(unique_name('function'), 'x');
ob_start();
phpinfo(INFO_MODULES);
$info = ob_get_clean();
foreach (GearmanRs\stats() as $name => $number) {
    if (!str_contains($info, "{$name} => {$number}\n")) {
        echo "{$name} is missing\n";
    }
}
echo "looked\n";
?>
--EXPECT--
looked
