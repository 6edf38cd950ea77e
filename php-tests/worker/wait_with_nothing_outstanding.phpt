--TEST--
wait() with nothing outstanding returns false with return code 7 at once, whatever the timeout is
--FILE--
<?php
require __DIR__ . '/../support/all.php';

set_error_handler(fn () => true);
// Without a timeout, a wait for nothing would never end.
$function = unique_name('owed');
$worker = new GearmanWorker();
$worker->addServer(Gearmand::shared()->host, Gearmand::shared()->port);
$say = function (string $when) use ($worker) {
    printf("%s: %s %d\n", $when, json_encode($worker->wait()), $worker->returnCode());
};
$say('connected');
$worker->addFunction($function, fn () => 'done');
$say('with a function');
client()->doBackground($function, 'x');
$worker->work();
$say('after a job');
$say('again');

client()->doBackground($function, 'x');
$job = $worker->grabJob();
$say('beside a grabbed job');
$job->sendComplete('');
$say('after its end');
unset($job);
$worker->grabJob();
$say('after an answer that there is none');

$worker->setTimeout(1);
$worker->work();
$say('asleep');
$worker->setTimeout(-1);
client()->doBackground($function, 'x');
$say('woken');
$say('and it is not woken twice');
var_dump($worker->work());
$say('after the job');
?>
--EXPECT--
connected: false 7
with a function: false 7
after a job: false 7
again: false 7
beside a grabbed job: false 7
after its end: false 7
after an answer that there is none: false 7
asleep: false 47
woken: true 0
and it is not woken twice: false 7
bool(true)
after the job: false 7
