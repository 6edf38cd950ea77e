--TEST--
Objects in globals, statics and cycles that live until the end of the process end cleanly
--FILE--
<?php
require __DIR__ . '/../support/all.php';

class Registry
{
    public static array $kept = [];
}

$client = client();
$client->ping('x');
Registry::$kept[] = $client;
$worker = worker();
$worker->addFunction(unique_name('kept'), fn () => $worker);
$worker->setTimeout(1);
$worker->work();
Registry::$kept[] = $worker;
$function = unique_name('held');
$client->doBackground($function, 'x');
$holder = worker();
$holder->register($function);
$job = $holder->grabJob();
echo "end\n";
?>
--EXPECT--
end
