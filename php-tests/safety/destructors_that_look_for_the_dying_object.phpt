--TEST--
A destructor that runs while an object is freed finds neither a weak reference nor a weak map that leads to it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Seeker
{
    public function __construct(private Closure $seek)
    {
    }

    public function __invoke(): void
    {
    }

    public function __destruct()
    {
        gc_collect_cycles();
        var_dump(($this->seek)());
        gc_collect_cycles();
    }
}

class Client extends GearmanClient
{
    public function __destruct()
    {
        echo "own destructor\n";
    }
}

class Worker extends GearmanWorker
{
    public function __destruct()
    {
        echo "own destructor\n";
    }
}

$client = client();
$reference = null;
$task = $client->addTask(unique_name('weak'), 'x', new Seeker(function () use (&$reference) {
    return $reference->get()?->functionName();
}));
$reference = WeakReference::create($task);
$client->__construct();
$task = null;

$map = new WeakMap();
$client = client();
$task = $client->addTask(unique_name('weak'), 'x', new Seeker(function () use ($map) {
    foreach ($map as $key => $value) {
        return $key;
    }
    return count($map);
}));
$map[$task] = 'value';
$client->__construct();
$task = null;

$client = new Client();
$reference = WeakReference::create($client);
$client->setFailCallback(new Seeker(fn () => $reference->get()));
$client = null;

$worker = new Worker();
$reference = WeakReference::create($worker);
$worker->addFunction('f', new Seeker(fn () => $reference->get()), new Seeker(fn () => $reference->get()));
$worker = null;

// In a cycle that the collector finds.
$client = new Client();
$holder = new ArrayObject(['client' => $client]);
$reference = WeakReference::create($client);
$client->setFailCallback([$holder, 'count']);
$client->setDataCallback(new Seeker(fn () => $reference->get() === null));
$client = $holder = null;
gc_collect_cycles();
echo "end\n";
?>
--EXPECTF--
NULL
int(0)
own destructor
NULL
own destructor
NULL
NULL
own destructor
bool(%s)
end
