--TEST--
An exception from __toString() of the result leaves work() and fails the job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('tostring');
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$worker = worker([$function => fn () => new class () {
    public function __toString(): string
    {
        throw new LogicException('no text');
    }
}]);
try {
    $worker->work();
} catch (LogicException $exception) {
    echo $exception->getMessage(), "\n";
}
print_r($client->history());
?>
--EXPECT--
no text
Array
(
    [0] => 25 LogicException: no text
)
