--TEST--
Every call that waits does so in the handler
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('every');
$server = Gearmand::start();
start_worker([$function => fn (GearmanJob $job) => $job->workload()], $server);
$called = 0;
// Without it the answer might be there before anybody waits.
$server_answers_late = function (callable $call) use ($server) {
    $server->hang();
    $call();
};
GearmanRs\on_wait(function ($stream, ?float $seconds) use ($server, &$called) {
    $called++;
    $server->goOn();
    $read = [$stream];
    $write = $except = null;
    stream_select($read, $write, $except, 0, (int) (1e6 * min($seconds ?? 1, 1)));
});
$say = function (string $what, callable $call) use ($server_answers_late, &$called) {
    $called = 0;
    $server_answers_late($call);
    echo $what, ' ', json_encode($called > 0), "\n";
};
$hole = black_hole();
ini_set('gearman.connect_timeout', '200');
$say('addServer', function () use ($hole) {
    try {
        (new GearmanClient())->addServer('127.0.0.1', $hole->port);
    } catch (GearmanException) {
    }
});
ini_set('gearman.connect_timeout', '2000');
$client = rs_client($server);
$say('ping', fn () => $client->ping('x'));
$say('doNormal', fn () => $client->doNormal($function, 'x'));
$say('doBackground', fn () => $client->doBackground($function, 'x'));
$say('doBackgroundMany', fn () => $client->doBackgroundMany($function, ['x', 'y']));
$say('jobStatus', fn () => $client->jobStatus('H:nobody:1'));
$client->addTask($function, 'x');
$say('runTasks', fn () => $client->runTasks());
$worker = worker([], $server);
$worker->setTimeout(300);
$worker->addFunction(unique_name('nobody'), 'strlen');
$say('worker: ping', fn () => $worker->ping('x'));
$say('worker: work', fn () => @$worker->work());
$say('worker: grabJob', fn () => @$worker->grabJob());
@$worker->work();
$say('worker: wait', fn () => @$worker->wait());
?>
--EXPECT--
addServer true
ping true
doNormal true
doBackground true
doBackgroundMany true
jobStatus true
runTasks true
worker: ping true
worker: work true
worker: grabJob true
worker: wait true
