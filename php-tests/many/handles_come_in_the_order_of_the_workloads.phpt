--TEST--
Each workload is queued, and its handle stands where the workload stood
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function generated(): Generator
{
    yield 'key' => 'first';
    yield 'key' => 2;
    yield from ["a\0b", 1.5, true, new ArrayIterator([]) instanceof Countable ? 'last' : ''];
}

final class Box implements IteratorAggregate
{
    public function getIterator(): Iterator
    {
        return new ArrayIterator(['x' => 'boxed']);
    }
}

foreach ([generated(), ['b' => 'array', 7 => 'of', 'three'], new Box(), new ArrayIterator(['iterator']), []] as $workloads) {
    $function = unique_name('many');
    $handles = rs_client()->doBackgroundMany($function, $workloads);
    $done = [];
    $worker = worker([$function => function (GearmanJob $job) use (&$done) {
        $done[$job->handle()] = $job->workload();
    }]);
    while (count($done) < count($handles)) {
        $worker->work();
    }
    echo json_encode(array_map(fn (string $handle) => $done[$handle], $handles)), ' ', json_encode(array_is_list($handles)), "\n";
}
?>
--EXPECT--
["first","2","a\u0000b","1.5","1","last"] true
["array","of","three"] true
["boxed"] true
["iterator"] true
[] true
