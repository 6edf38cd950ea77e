--TEST--
Afterwards a signal does what it did before, however run() ended
--FILE--
<?php
require __DIR__ . '/../support/all.php';

/** A child that runs a worker, and then sends itself a signal. */
function end_of(callable $callback, int $signal = SIGTERM): string
{
    return Child::run(function () use ($callback, $signal) {
        ini_set('display_errors', '0');
        register_shutdown_function(fn () => posix_kill(getmypid(), $signal));
        $function = unique_name('end');
        $worker = runner([$function => $callback]);
        client()->doBackground($function, 'x');
        try {
            $worker->run(jobs: 1, signals: [SIGTERM, SIGUSR1, SIGRTMIN + 1, SIGINT]);
        } catch (ErrorException) {
        }
        posix_kill(getmypid(), $signal);
    })->wait();
}

echo end_of(fn () => null), "\n";
echo end_of(fn () => null, SIGUSR1), "\n";
echo end_of(fn () => null, SIGRTMIN + 1), "\n";
echo end_of(fn () => throw new Exception()), "\n";
echo end_of(function () {
    set_error_handler(fn () => throw new ErrorException());
    throw new Exception();
}), "\n";
echo end_of(fn () => exit(3)), "\n";
echo end_of(fn () => eval('class Twice {} class Twice {}')), "\n";
?>
--EXPECT--
signal 15
signal 10
signal 35
signal 15
signal 15
signal 15
signal 15
