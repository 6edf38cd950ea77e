--TEST--
Handlers run while doNormal(), wait() and ping() wait
--FILE--
<?php
require __DIR__ . '/../support/all.php';

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => throw new RuntimeException('interrupted'));
$silent = ScriptedServer::answering(fn (Packet $packet) => null);
$idle = unique_name('idle');

$client = client();
$worker = worker([$idle => 'strlen']);
$worker->setTimeout(1);
$worker->work();
$worker->setTimeout(-1);
$deaf = new GearmanClient();
$deaf->addServer('127.0.0.1', $silent->port, false);
$calls = [
    'doNormal' => fn () => $client->doNormal(unique_name('nobody'), 'x'),
    'wait' => fn () => $worker->wait(),
    'ping' => fn () => $deaf->ping('x'),
];
$client->setTimeout(-1);
$me = getmypid();
foreach ($calls as $name => $call) {
    $sender = Child::run(function (Child $parent) use ($me) {
        $parent->receive();
        // More than one: the first may come before the call waits.
        while (true) {
            posix_kill($me, SIGUSR1);
            usleep(100_000);
        }
    });
    try {
        $sender->send('go');
        $call();
        echo "{$name} returned\n";
    } catch (RuntimeException $exception) {
        $sender->kill();
        echo $name, ' ', $exception->getMessage(), "\n";
    }
    $sender->wait();
}
?>
--EXPECT--
doNormal interrupted
wait interrupted
ping interrupted
