--TEST--
With STOP_WAIT_ON_SIGNAL, a wait beside an idle connection that its server has closed does not spin
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$closing = Gearmand::start();
$client = client(Gearmand::shared(), $closing);
$client->addOptions(GEARMAN_CLIENT_STOP_WAIT_ON_SIGNAL);
// It asks every server, so now it is connected to both.
var_dump($client->jobStatus('H:unknown:1')[0]);
$closing->kill();
$client->setTimeout(1000);
$function = unique_name('nobody');
$calls = [
    'doNormal' => fn () => @$client->doNormal($function, 'x'),
    'runTasks' => fn () => $client->addTask($function, 'x') && @$client->runTasks(),
];
foreach ($calls as $name => $call) {
    $used = processor_seconds();
    $call();
    $used = processor_seconds() - $used;
    // A loop that spins uses the whole second.
    echo "{$name}: ", json_encode([$client->returnCode(), $used < 0.1 ?: $used]), "\n";
}
?>
--EXPECT--
bool(false)
doNormal: [47,true]
runTasks: [47,true]
