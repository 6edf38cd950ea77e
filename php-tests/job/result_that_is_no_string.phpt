--TEST--
A result that PHP cannot turn into a string fails the job with PHP's own error
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('object');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => fn () => new stdClass()]);
try {
    $worker->work();
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
$history = $client->history();
echo end($history), "\n";
?>
--EXPECT--
Object of class stdClass could not be converted to string
25 Error: Object of class stdClass could not be converted to string
