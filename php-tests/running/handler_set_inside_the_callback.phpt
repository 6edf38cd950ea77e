--TEST--
A handler that a callback sets stays
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('handler');
$handler = function () {
    echo "handler\n";
};
$worker = runner([$function => fn () => pcntl_signal(SIGTERM, $handler)]);
client()->doBackground($function, 'x');
echo $worker->run(jobs: 1), "\n";
pcntl_async_signals(true);
posix_kill(getmypid(), SIGTERM);
echo "still here\n";
?>
--EXPECT--
jobs
handler
still here
