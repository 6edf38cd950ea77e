--TEST--
A SIGTERM handler runs while an idle call waits: what ends the wait is done only after the handler has run
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
$me = getmypid();
$function = unique_name('foreground');
$idle = unique_name('idle');
$client = client();
$worker = worker([$idle => fn () => '']);
// Registers, and leaves the worker asleep on its server.
$worker->setTimeout(1);
@$worker->work();
$client->setTimeout(DEADLINE_MILLISECONDS);
$worker->setTimeout(DEADLINE_MILLISECONDS);
$wake = fn () => client()->doBackground($idle, 'x');
$answer = fn () => worker([$function => fn () => 'answer'])->work();
$calls = [
    'wait' => [fn () => $worker->wait(), $wake],
    'work' => [fn () => $worker->work(), $wake],
    'doNormal' => [fn () => $client->doNormal($function, 'x'), $answer],
    'runTasks' => [fn () => $client->addTask($function, 'x') && $client->runTasks(), $answer],
];
foreach ($calls as $name => [$call, $end]) {
    $events = [];
    $sender = Child::run(function (Child $parent) use ($me, $end) {
        pcntl_signal(SIGTERM, SIG_DFL);
        $parent->receive();
        eventually('the call sleeps', fn () => preg_match('/^State:\s*S/m', file_get_contents("/proc/{$me}/status")));
        posix_kill($me, SIGTERM);
        $parent->receive();
        $end();
    });
    pcntl_signal(SIGTERM, function () use ($sender, $name, &$events) {
        $inside = array_filter(debug_backtrace(), fn (array $frame) => str_starts_with($frame['class'] ?? '', 'Gearman'));
        $events[] = 'handled in ' . implode(' ', array_column($inside, 'function'));
        $sender->send('handled');
    });
    $sender->send('calling');
    $events[] = 'returned ' . json_encode($call());
    echo "{$name}: ", implode(', ', $events), "\n";
    $sender->wait();
    if ($name === 'wait') {
        // The job that it was woken for.
        $worker->work();
    }
}
?>
--EXPECT--
wait: handled in wait, returned true
work: handled in work, returned true
doNormal: handled in doNormal, returned "answer"
runTasks: handled in runTasks, returned true
