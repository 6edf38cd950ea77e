--TEST--
A sleeping worker asks again after gearman.regrab_interval, and by default when it is woken
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test) {
    while (($packet = Packet::read($connection)) !== null) {
        if ($packet->type === GEARMAN_COMMAND_GRAB_JOB_UNIQ) {
            $test->send('asks');
            fwrite($connection, Packet::response(GEARMAN_COMMAND_NO_JOB));
        }
    }
    $test->send('gone');
});
$asked = function () use ($server): int {
    $worker = new GearmanWorker();
    $worker->addServer('127.0.0.1', $server->port, false);
    $worker->addFunction('f', fn () => null);
    $worker->setTimeout(500);
    $worker->work();
    unset($worker);
    for ($asked = 0; $server->receive() === 'asks'; $asked++);
    return $asked;
};
ini_set('gearman.regrab_interval', '20');
var_dump(($count = $asked()) > 1 ?: $count);
ini_set('gearman.regrab_interval', '0');
var_dump($asked());
?>
--EXPECT--
bool(true)
int(1)
