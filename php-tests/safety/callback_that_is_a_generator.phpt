--TEST--
A callback that is a generator function returns a Generator, which is no result
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('generator');
client()->doBackground($function, 'x');
$worker = worker([$function => function () {
    yield 1;
}]);
try {
    $worker->work();
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
Object of class Generator could not be converted to string
