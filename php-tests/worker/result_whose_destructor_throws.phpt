--TEST--
A job whose result throws when it is let go is completed with that result, and the exception comes out of work()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Result
{
    public function __toString(): string
    {
        return 'result';
    }

    public function __destruct()
    {
        throw new LogicException('from the destructor');
    }
}

$function = unique_name('bomb');
$client = new Wire(Gearmand::shared());
$wanted = null;
$worker = worker([$function => function (GearmanJob $job) use (&$wanted) {
    $wanted === null || $job->setReturn($wanted);
    return new Result();
}]);
foreach ([null, GEARMAN_WORK_FAIL] as $wanted) {
    $client->submit($function, 'x', unique_name('unique'));
    try {
        $worker->work();
        echo "not thrown\n";
    } catch (LogicException $exception) {
        echo $exception->getMessage(), ', ', $worker->returnCode(), "\n";
    }
    echo json_encode($client->history()), "\n";
}
?>
--EXPECT--
from the destructor, 0
["13 result"]
from the destructor, 24
["14"]
