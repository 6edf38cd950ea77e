<?php
require __DIR__ . '/../support.php';

final class Result
{
    public function __toString(): string
    {
        return 'result';
    }

    public function __destruct()
    {
        throw new RuntimeException('from the destructor', 7);
    }
}

$queue = unique_name('queue');
$child = Child::run(function (Child $parent) use ($queue) {
    $worker = worker([$queue => fn () => new Result()]);
    try {
        $worker->work();
        $parent->send('work() threw nothing');
    } catch (RuntimeException $thrown) {
        $parent->send($thrown->getMessage());
    }
    // The worker stays connected, and calls nothing.
    $parent->receive();
});
$client = client();
$client->setTimeout(5000);
attempt('doNormal', fn () => $client->doNormal($queue, 'x'), $client);
show('out of work()', $child->receive());
show('what the server has', queue($queue));
$child->send('end');
