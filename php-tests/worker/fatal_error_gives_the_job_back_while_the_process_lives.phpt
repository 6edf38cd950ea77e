--TEST--
A fatal error in a callback or in its result gives the job back at once, not when the process ends
--FILE--
<?php
require __DIR__ . '/../support/all.php';

final class Result
{
    public function __construct(private readonly string $where, private readonly Closure $end)
    {
    }

    public function __toString(): string
    {
        $this->where === '__toString' && ($this->end)();
        return 'first run';
    }

    public function __destruct()
    {
        $this->where === '__destruct' && ($this->end)();
    }
}

$ends = [
    'fatal error' => fn () => @trigger_error('x', E_USER_ERROR),
    'class declared twice' => fn () => eval('class Twice {} class Twice {}'),
];
foreach ($ends as $end => $body) {
    foreach (['callback', '__toString', '__destruct'] as $where) {
        $function = unique_name('fatal');
        $client = new Wire(Gearmand::shared());
        $client->submit($function, 'x', $function);
        $child = Child::run(function (Child $test) use ($function, $body, $where) {
            ini_set('display_errors', '0');
            $GLOBALS['worker'] = worker([$function => function () use ($body, $where) {
                $where === 'callback' && $body();
                return new Result($where, $body);
            }]);
            // It has ended, but for this: the worker and its connection are still there.
            register_shutdown_function(function () use ($test) {
                $test->send('shutting down');
                $test->receive();
            });
            $GLOBALS['worker']->work();
        });
        echo "{$end} in {$where}: ", $child->receive();
        eventually('the job is queued again', fn () => array_slice(Gearmand::shared()->admin->queue($function), 0, 2) === ['jobs' => 1, 'running' => 0]);
        $child->send('end');
        echo ', ', $child->wait();
        worker([$function => fn () => 'second run'])->work();
        echo ', ', implode(' ', $client->history()), "\n";
    }
}
?>
--EXPECT--
fatal error in callback: shutting down, exit 255, 13 second run
fatal error in __toString: shutting down, exit 255, 13 second run
fatal error in __destruct: shutting down, exit 255, 13 second run
class declared twice in callback: shutting down, exit 255, 13 second run
class declared twice in __toString: shutting down, exit 255, 13 second run
class declared twice in __destruct: shutting down, exit 255, 13 second run
