--TEST--
An exception from the destructor of anything that a call lets go comes out of that call, and the call has done its work
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Bomb
{
    public function __construct(private string $name)
    {
    }

    public function __invoke(): string
    {
        return 'result';
    }

    public function __destruct()
    {
        throw new LogicException($this->name);
    }
}

function attempt(string $name, callable $call): void
{
    try {
        $call();
        echo "{$name}: nothing thrown\n";
    } catch (LogicException $exception) {
        echo "{$name}: ", $exception->getMessage(), "\n";
    }
}

$client = client();
$client->setCompleteCallback(new Bomb('callback'));
attempt('setCompleteCallback', fn () => $client->setCompleteCallback('strlen'));
$client->setFailCallback(new Bomb('callback'));
attempt('clearCallbacks', fn () => $client->clearCallbacks());
attempt('clearCallbacks again', fn () => $client->clearCallbacks());
$client->addTask('f', 'x', new Bomb('context'));
attempt('client __construct', fn () => $client->__construct());
attempt('client runTasks', fn () => $client->runTasks());

$worker = worker(['f' => 'strlen', 'g' => new Bomb('function'), 'h' => new Bomb('function')]);
$worker->addFunction('f', 'strlen', new Bomb('context'));
attempt('addFunction', fn () => $worker->addFunction('f', 'strlen'));
attempt('unregister', fn () => $worker->unregister('g'));
attempt('register', fn () => $worker->register('h'));
var_dump(@$worker->unregister('g'), $worker->unregister('h'));
$worker->addFunction('f', new Bomb('function'));
attempt('unregisterAll', fn () => $worker->unregisterAll());
$worker->addFunction('f', new Bomb('function'));
attempt('worker __destruct', fn () => $worker->__destruct());

$function = unique_name('answer');
start_worker([$function => fn () => 'result']);
$client = client();
$client->setCompleteCallback(function () {
    return new Bomb('answer');
});
$client->addTask($function, 'x');
attempt('runTasks', fn () => $client->runTasks());
var_dump($client->runTasks());
?>
--EXPECT--
setCompleteCallback: callback
clearCallbacks: callback
clearCallbacks again: nothing thrown
client __construct: context
client runTasks: nothing thrown
addFunction: context
unregister: function
register: function
bool(false)
bool(true)
unregisterAll: function
worker __destruct: function
runTasks: answer
bool(true)
