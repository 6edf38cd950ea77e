--TEST--
A call that waits wakes up for nothing, and a signal handler runs while it does
--FILE--
<?php
require __DIR__ . '/../support/all.php';

function wake_ups(): int
{
    preg_match('/^voluntary_ctxt_switches:\s*(\d+)/m', file_get_contents('/proc/self/status'), $match);
    return (int) $match[1];
}

pcntl_async_signals(true);
pcntl_signal(SIGTERM, function () use (&$handled) {
    $handled = true;
});
$function = unique_name('nobody');
$worker = worker([unique_name('idle') => fn () => '']);
$client = client();
$worker->setTimeout(1500);
$client->setTimeout(1500);
$calls = [
    'work' => fn () => @$worker->work(),
    'wait' => fn () => @$worker->wait(),
    'doNormal' => fn () => @$client->doNormal($function, 'x'),
    'runTasks' => fn () => $client->addTask($function, 'x') && @$client->runTasks(),
];
foreach ($calls as $name => $call) {
    $handled = false;
    $parent = getmypid();
    $before = wake_ups();
    $call();
    $quiet = wake_ups() - $before;
    // The signal comes while the call waits: nothing else ends the child's look at it.
    $child = Child::run(function () use ($parent) {
        eventually('the call waits', fn () => str_contains(file_get_contents("/proc/{$parent}/syscall") ?: '', '0x') && preg_match('/^271 /', file_get_contents("/proc/{$parent}/syscall")) === 1);
        posix_kill($parent, SIGTERM);
    });
    $call();
    echo "{$name}: ", json_encode([$quiet <= 8 ?: $quiet, $handled]), "\n";
    $child->wait();
}
?>
--EXPECT--
work: [true,true]
wait: [true,true]
doNormal: [true,true]
runTasks: [true,true]
