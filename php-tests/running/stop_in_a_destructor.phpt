--TEST--
stop() in a destructor that runs after the job
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Stops
{
    public function __construct(private GearmanRs\Worker $worker)
    {
    }

    public function __destruct()
    {
        $this->worker->stop();
    }

    public function __toString(): string
    {
        return 'the result';
    }
}

$function = unique_name('stop');
$worker = runner();
$worker->addFunction($function, fn () => new Stops($worker));
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
echo $worker->run(), ' ', implode($client->history()), "\n";
?>
--EXPECT--
stopped 13 the result
