--TEST--
Without pcntl_async_signals() a handler is not called in the callback, but before run() returns
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$said = [];
pcntl_signal(SIGTERM, function () use (&$said) {
    $said[] = 'handler';
});
$function = unique_name('handler');
$worker = runner([$function => function () use (&$said) {
    posix_kill(getmypid(), SIGTERM);
    $said[] = 'end of the job';
}]);
client()->doBackground($function, 'x');
$said[] = $worker->run();
echo implode(', ', $said), "\n";
?>
--EXPECT--
end of the job, handler, signal
