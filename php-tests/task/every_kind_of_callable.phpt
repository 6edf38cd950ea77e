--TEST--
The callbacks take every kind of callable
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function plain(GearmanTask $task)
{
    echo __FUNCTION__, "\n";
}

class Handler
{
    public static function fixed(GearmanTask $task)
    {
        echo __METHOD__, "\n";
    }

    public function method(GearmanTask $task)
    {
        echo __METHOD__, "\n";
    }

    public function __invoke(GearmanTask $task)
    {
        echo __METHOD__, "\n";
    }
}

$function = unique_name('callable');
start_worker([$function => fn () => 'result']);
$client = client();
$closure = function (GearmanTask $task) {
    echo "closure\n";
};
foreach (['plain', 'Handler::fixed', ['Handler', 'fixed'], [new Handler(), 'method'], new Handler(), $closure, plain(...)] as $callable) {
    $client->setCompleteCallback($callable);
    $client->addTask($function, 'x');
    $client->runTasks();
}
?>
--EXPECT--
plain
Handler::fixed
Handler::fixed
Handler::method
Handler::__invoke
closure
plain
