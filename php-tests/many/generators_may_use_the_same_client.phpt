--TEST--
A generator may use the client that reads it, and may end it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$outer = unique_name('outer');
$inner = unique_name('inner');
$client = rs_client();
$handles = $client->doBackgroundMany($outer, (function () use ($client, $inner) {
    for ($number = 0; $number < 3000; $number++) {
        if ($number % 500 === 0) {
            echo $client->doBackground($inner, 'x') !== '' ? '.' : '!';
            echo count($client->doBackgroundMany($inner, ['y', 'z']));
        }
        yield "{$number}";
    }
})());
$admin = Gearmand::shared()->admin;
echo "\n", count(array_filter(array_unique($handles))), ' ', $admin->queue($outer)['jobs'], ' ', $admin->queue($inner)['jobs'], "\n";

$handles = @$client->doBackgroundMany($outer, (function () use ($client) {
    yield 'x';
    $client->__destruct();
    yield 'y';
})());
echo json_encode($handles), ' ', $client->returnCode() === GEARMAN_SUCCESS ? 'success' : 'failure', "\n";
?>
--EXPECT--
.2.2.2.2.2.2
3000 3000 18
["",""] failure
