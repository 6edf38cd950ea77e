--TEST--
A child that is forked inside the generator submits nothing of its parent
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('forked');
$client = rs_client();
$child = null;
$handles = $client->doBackgroundMany($function, (function () use (&$child) {
    for ($number = 0; $number < 10; $number++) {
        yield "{$number}";
        if ($number === 5) {
            $child = pcntl_fork();
            if ($child === 0) {
                return;
            }
        }
    }
})());
if ($child === 0) {
    exit(0);
}
pcntl_waitpid($child, $status);
var_dump(count(array_filter(array_unique($handles))), Gearmand::shared()->admin->queue($function)['jobs'], $status);
?>
--EXPECT--
int(10)
int(10)
int(0)
