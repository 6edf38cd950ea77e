--TEST--
A destructor may use Gearman, also when it runs while a callback returns
--FILE--
<?php
require __DIR__ . '/../support/all.php';

class Farewell
{
    public function __construct(private string $function)
    {
    }

    public function __destruct()
    {
        client()->doBackground($this->function, 'farewell');
        echo "destructed\n";
    }
}

$function = unique_name('destructor');
$farewell = unique_name('farewell');
client()->doBackground($function, 'x');
$worker = worker([$function => function () use ($farewell) {
    $object = new Farewell($farewell);
}]);
var_dump($worker->work());
var_dump(Gearmand::shared()->admin->queue($farewell)['jobs']);
?>
--EXPECT--
destructed
bool(true)
int(1)
