--TEST--
A result whose destructor throws is sent all the same, and the exception comes out of work()
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Result
{
    public function __construct(private readonly string $text)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }

    public function __destruct()
    {
        throw new RuntimeException("destructor of {$this->text}");
    }
}

$function = unique_name('destructor');
$child = Child::run(function (Child $test) use ($function) {
    $worker = worker([$function => fn (GearmanJob $job) => new Result($job->workload())]);
    for (;;) {
        try {
            $worker->work();
            $test->send('nothing was thrown');
        } catch (RuntimeException $thrown) {
            $test->send($thrown->getMessage());
        }
        // Nothing is called on the worker until the test has seen the end of the job.
        $test->receive();
    }
});
$client = client();
foreach (['one', 'two'] as $workload) {
    var_dump($client->doNormal($function, $workload), $client->returnCode());
    echo $child->receive(), "\n";
    eventually('the job is over', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
    $child->send('go on');
}
?>
--EXPECT--
string(3) "one"
int(0)
destructor of one
string(3) "two"
int(0)
destructor of two
