--TEST--
A warning that an error handler turns into an exception leaves the objects usable
--FILE--
<?php
require __DIR__ . '/../support/all.php';

set_error_handler(fn (int $level, string $text) => throw new ErrorException($text));
$client = new GearmanClient();
try {
    $client->ping('x');
} catch (ErrorException $exception) {
    echo get_class($exception), ' ', $client->returnCode(), "\n";
}
$worker = worker();
try {
    $worker->work();
} catch (ErrorException $exception) {
    echo get_class($exception), ' ', $worker->returnCode(), "\n";
}
try {
    $worker->addFunction('function', 'nope');
} catch (ErrorException $exception) {
    echo $exception->getMessage(), "\n";
}
$function = unique_name('works');
client()->doBackground($function, 'x');
$worker->addFunction($function, fn () => print "ran\n");
var_dump($worker->work());
?>
--EXPECT--
ErrorException 13
ErrorException 34
GearmanWorker::addFunction(): Function 'nope' is not a valid callback
ran
bool(true)
