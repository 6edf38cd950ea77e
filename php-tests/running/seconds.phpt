--TEST--
run() ends after its seconds, idle or at work, and the running job ends first
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('seconds');
$done = 0;
$worker = runner([$function => function () use (&$done) {
    usleep(20_000);
    $done++;
}]);
echo $worker->run(seconds: 0.05), ' ', $done, "\n";
echo $worker->run(seconds: 0), ' ', $done, "\n";
$client = client();
for ($i = 0; $i < 100; $i++) {
    $client->doBackground($function, 'x');
}
$started = microtime(true);
echo $worker->run(seconds: 0.05), "\n";
var_dump(microtime(true) - $started >= 0.05, $done > 0, $done < 100);
$left = eventually('nothing is in hand', function () use ($function) {
    $queue = Gearmand::shared()->admin->queue($function);
    return $queue['running'] === 0 ? $queue['jobs'] : null;
});
var_dump($done + $left);
echo $worker->run(idle: 0), ' ', $done, "\n";
?>
--EXPECT--
seconds 0
seconds 0
seconds
bool(true)
bool(true)
bool(true)
int(100)
idle 100
