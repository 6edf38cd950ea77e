--TEST--
A signal handler may call the object that waits
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
$function = unique_name('added-later');
$worker = worker([unique_name('idle') => 'strlen']);
pcntl_signal(SIGUSR1, function () use ($worker, $function) {
    var_dump($worker->timeout());
    $worker->addFunction($function, fn () => print "ran\n");
    client()->doBackground($function, 'x');
});
$me = getmypid();
$sender = Child::run(fn () => posix_kill($me, SIGUSR1));
eventually('the job runs', fn () => $worker->work());
echo $sender->wait(), "\n";
?>
--EXPECT--
int(100000)
ran
exit 0
