<?php
require __DIR__ . '/../support.php';

final class Listener
{
    public static function fixed(GearmanTask $task): void
    {
        echo "static method {$task->data()}\n";
    }

    public function method(GearmanTask $task): void
    {
        echo "method {$task->data()}\n";
    }

    public function __invoke(GearmanTask $task): void
    {
        echo "invoked {$task->data()}\n";
    }
}
function complete(GearmanTask $task): void
{
    echo "function {$task->data()}\n";
}
$echo = unique_name('echo');
start_worker([$echo => fn ($job) => $job->workload()]);
$client = client();
$listener = new Listener();
$kinds = ['complete', complete(...), 'Listener::fixed', ['Listener', 'fixed'], [$listener, 'method'], $listener];
foreach ($kinds as $number => $callback) {
    $client->setCompleteCallback($callback);
    $client->addTask($echo, "{$number}");
    attempt('runTasks', fn () => $client->runTasks(), $client);
}
