--TEST--
A call that waits ends when its client is emptied, or its connections are made anew, in another Fiber
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('emptied');
$scheduler = Scheduler::install();
$queued = fn (string $function) => fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 1;
$client = client();
// Without an end of its own: only what the other Fiber does can end it.
$client->setTimeout(-1);
$fiber = $scheduler->start(fn () => @$client->doNormal($function, 'x'));
$scheduler->run($queued($function));
$client->__destruct();
$scheduler->run();
echo 'emptied: ';
var_dump($fiber->getReturn());

$client = client();
$client->setTimeout(-1);
$fiber = $scheduler->start(fn () => $client->doBackground($function, 'y'));
$client->setSSL(false);
$scheduler->run();
echo 'anew: ';
var_dump($fiber->getReturn() === '' ? '' : 'done');

$other = unique_name('emptied');
$client->addTask($other, 'z');
$fiber = $scheduler->start(fn () => @$client->runTasks());
$scheduler->run($queued($other));
$client->__construct();
$scheduler->run();
echo 'tasks: ';
var_dump($fiber->getReturn());
?>
--EXPECT--
emptied: string(0) ""
anew: string(4) "done"
tasks: bool(true)
