--TEST--
A generator is read no further than the window allows, however much it has
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('large');
$most = 0;
$handles = rs_client()->doBackgroundMany($function, (function () use (&$most) {
    $before = resident_bytes();
    for ($number = 0; $number < 200; $number++) {
        yield str_repeat(chr(65 + $number % 26), 1_000_000);
        $most = max($most, resident_bytes() - $before);
    }
})());
var_dump(count(array_unique($handles)));
echo $most < 50_000_000 ? "never much in memory\n" : "{$most} bytes\n";
?>
--EXPECT--
int(200)
never much in memory
