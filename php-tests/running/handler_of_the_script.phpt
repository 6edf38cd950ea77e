--TEST--
A handler that the script has set runs, stays, and run() ends after it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
$said = [];
$handler = function (int $signal) use (&$said) {
    $said[] = "handler {$signal}";
};
pcntl_signal(SIGTERM, $handler);
$function = unique_name('handler');
$worker = runner([$function => function () use (&$said) {
    posix_kill(getmypid(), SIGTERM);
    $said[] = 'end of the job';
}]);
for ($i = 0; $i < 2; $i++) {
    client()->doBackground($function, 'x');
    $said[] = $worker->run();
}
posix_kill(getmypid(), SIGTERM);
$said[] = 'afterwards';
echo implode(', ', $said), "\n";
var_dump(pcntl_signal_get_handler(SIGTERM) === $handler);
?>
--EXPECT--
handler 15, end of the job, signal, handler 15, end of the job, signal, handler 15, afterwards
bool(true)
