<?php
require __DIR__ . '/../support.php';

$server = Gearmand::start();
$ran = false;
$worker = worker(['f' => function () use (&$ran) {
    $ran = true;
}], $server);
$worker->setTimeout(200);
attempt('idle', fn () => $worker->work(), $worker);
$server->kill();
for ($i = 0; $i < 4; $i++) {
    attempt('work', fn () => $worker->work(), $worker);
}
for ($i = 0; $i < 2; $i++) {
    attempt('grabJob', fn () => $worker->grabJob(), $worker);
}
attempt('wait', fn () => $worker->wait(), $worker);
attempt('ping', fn () => $worker->ping('x'), $worker);
attempt('work', fn () => $worker->work(), $worker);
$server->restart();
client($server)->doBackground('f', 'x');
eventually('the job runs', function () use ($worker, &$ran) {
    @$worker->work();
    return $ran;
});
show('works again', $ran);
