--TEST--
What an autoloader throws while a callable is looked at comes out of the call, with no warning on top
--FILE--
<?php
require __DIR__ . '/../support/all.php';

spl_autoload_register(function (string $class) {
    throw new LogicException("autoloading {$class}");
});
set_error_handler(function (int $level, string $text) {
    echo "warned: {$text}\n";
    return true;
});
$client = client();
$worker = worker();
$attempts = [
    'setCreatedCallback' => fn () => $client->setCreatedCallback('Missing::method'),
    'setExceptionCallback' => fn () => $client->setExceptionCallback(['Missing', 'method']),
    'addFunction' => fn () => $worker->addFunction('f', 'Missing::method'),
];
foreach ($attempts as $name => $attempt) {
    try {
        $attempt();
        echo "{$name}: nothing thrown\n";
    } catch (LogicException $exception) {
        echo "{$name}: ", $exception->getMessage(), "\n";
    }
}
var_dump(@$worker->work(), $client->ping('still there'));
?>
--EXPECT--
setCreatedCallback: autoloading Missing
setExceptionCallback: autoloading Missing
addFunction: autoloading Missing
warned: GearmanWorker::work(): work(GEARMAN_NO_REGISTERED_FUNCTIONS) no function was added (call addFunction() first)
bool(false)
bool(true)
