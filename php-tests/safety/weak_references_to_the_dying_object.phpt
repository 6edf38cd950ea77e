--TEST--
A weak reference or weak map that is read in the destructor of a context or callback never gives out an object that is freed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

// Each script in a process of its own: where the dying object is given out, the process may crash.
$scripts = [
    'context of a task' => <<<'PHP'
        $client = new GearmanClient();
        $task = $client->addTask('f', 'x', new Seeker(fn () => $GLOBALS['reference']->get()));
        $reference = WeakReference::create($task);
        unset($client, $task);
        PHP,
    'weak map of tasks' => <<<'PHP'
        $map = new WeakMap();
        $client = new GearmanClient();
        foreach (['one', 'two'] as $name) {
            $task = $client->addTask('f', 'x', new Seeker(fn () => array_map(fn ($found) => $found->unique(), iterate($map))), $name);
            $map[$task] = $name;
        }
        unset($client, $task);
        PHP,
    'callback of a subclass with a destructor' => <<<'PHP'
        $client = new Subclass();
        $client->setCompleteCallback(new Seeker(fn () => $GLOBALS['reference']->get()));
        $reference = WeakReference::create($client);
        unset($client);
        PHP,
    'context of a function of a subclass with a destructor' => <<<'PHP'
        $worker = new WorkerSubclass();
        $worker->addFunction('f', 'strlen', new Seeker(fn () => $GLOBALS['reference']->get()));
        $reference = WeakReference::create($worker);
        unset($worker);
        PHP,
    'object that is used after its end' => <<<'PHP'
        $client = new Subclass();
        $client->setCompleteCallback(new Seeker(function () {
            return $GLOBALS['kept'] = $GLOBALS['reference']->get();
        }));
        $reference = WeakReference::create($client);
        unset($client);
        $others = array_map(fn () => new GearmanClient(), range(1, 20));
        $kept?->addServer('127.0.0.1', 4730, false);
        $kept?->setCompleteCallback('strlen');
        unset($others, $kept);
        PHP,
    // Its destructor is that of the module, during which it lives. So it may be found, and is empty.
    'callback of a class without a destructor of its own' => <<<'PHP'
        $client = new GearmanClient();
        $client->setCompleteCallback(new Seeker(function () {
            return get_class($GLOBALS['kept'] = $GLOBALS['reference']->get());
        }));
        $reference = WeakReference::create($client);
        unset($client);
        echo json_encode([$kept->addServer('127.0.0.1', 4730, false), $kept->returnCode()]), ' ';
        unset($kept);
        var_dump($reference->get());
        PHP,
];
$common = <<<'PHP'
    final class Seeker
    {
        public function __construct(private readonly Closure $seek) {}
        public function __invoke() {}
        public function __destruct()
        {
            echo json_encode(($this->seek)()), ' ';
            // What was found is let go here.
            gc_collect_cycles();
        }
    }
    class Subclass extends GearmanClient
    {
        public function __destruct() { echo 'own destructor '; }
    }
    class WorkerSubclass extends GearmanWorker
    {
        public function __destruct() { echo 'own destructor '; }
    }
    function iterate(WeakMap $map): array
    {
        $keys = [];
        foreach ($map as $key => $value) {
            $keys[] = $key;
        }
        return $keys;
    }
    PHP;
foreach ($scripts as $name => $script) {
    ['status' => $status, 'output' => $output] = run_php(['-r', "{$common}\n{$script}\necho 'end';"]);
    echo "{$name}: {$status}, ", trim(preg_replace('/\s+/', ' ', $output)), "\n";
}
?>
--EXPECT--
context of a task: 0, null end
weak map of tasks: 0, ["two"] [] end
callback of a subclass with a destructor: 0, own destructor null end
context of a function of a subclass with a destructor: 0, own destructor null end
object that is used after its end: 0, own destructor null end
callback of a class without a destructor of its own: 0, "GearmanClient" [true,0] NULL end
