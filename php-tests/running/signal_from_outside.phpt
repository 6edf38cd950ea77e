--TEST--
A signal from outside ends run() after the running job, and at once when there is none
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('signal');
$start = function () use ($function): Child {
    return Child::run(function (Child $test) use ($function) {
        $worker = runner([$function => function () use ($test) {
            $test->send('running');
            // The signal has come before the job ends.
            $test->receive();
            return 'the result';
        }]);
        $test->send('ready');
        $test->send($worker->run());
    });
};
// While it works.
$client = new Wire(Gearmand::shared());
$client->submit($function, 'x');
$child = $start();
echo $child->receive(), ' ', $child->receive(), "\n";
client()->doBackground($function, 'another');
$child->kill(SIGTERM);
$child->send('go on');
echo implode($client->history()), ' ', $child->receive(), ' ', $child->wait(), "\n";
echo Gearmand::shared()->admin->queue($function)['jobs'], " left\n";
worker([$function => fn () => null])->work();

// While it waits.
$child = $start();
echo $child->receive(), "\n";
eventually('it waits', fn () => Gearmand::shared()->admin->workersOf($function));
$child->kill(SIGTERM);
echo $child->receive(), ' ', $child->wait(), "\n";
?>
--EXPECT--
ready running
13 the result signal exit 0
1 left
ready
signal exit 0
