--TEST--
What the handler throws comes out of the call, and the object is usable after
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$client = client($server);
$worker = worker([unique_name('nobody') => 'strlen'], $server);
// Without that the answer might be there before anybody waits.
$server->hang();
GearmanRs\on_wait(fn () => throw new RuntimeException('from the handler'));
$calls = [
    'doNormal' => fn () => $client->doNormal(unique_name('nobody'), 'x'),
    'work' => fn () => $worker->work(),
];
foreach ($calls as $name => $call) {
    try {
        $call();
        echo "{$name}: nothing\n";
    } catch (RuntimeException $exception) {
        echo "{$name}: {$exception->getMessage()}\n";
    }
}
GearmanRs\on_wait(null);
$server->goOn();
echo 'pong: ', json_encode($client->ping('x') && $worker->ping('x')), "\n";
?>
--EXPECT--
doNormal: from the handler
work: from the handler
pong: true
