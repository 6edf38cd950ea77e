--TEST--
Streams leave no descriptor behind
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$count = fn () => count(glob('/proc/self/fd/*'));
$use = function () {
    $client = rs_client();
    $client->ping('x');
    $client->stream();
    $worker = looping_worker([unique_name('idle') => 'strlen']);
    settle($worker);
    fclose($worker->stream());
    $worker->stream();
};
$use();
$before = $count();
for ($round = 0; $round < 20; $round++) {
    $use();
}
var_dump($count() - $before ?: true);
?>
--EXPECT--
bool(true)
