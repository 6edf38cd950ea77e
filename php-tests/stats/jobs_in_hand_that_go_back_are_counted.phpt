--TEST--
The jobs that a worker has in hand when it ends, and gives back, are counted
--INI--
gearman.regrab_interval=86400000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test) {
    for ($given = 0; ($packet = Packet::read($connection)) !== null;) {
        if ($packet->type === GEARMAN_COMMAND_GRAB_JOB_UNIQ) {
            $given++;
            fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, "H:{$given}", 'f', 'u', 'x'));
        }
    }
    $test->send($given);
});
$worker = new GearmanRs\Worker();
$worker->addServer('127.0.0.1', $server->port, false);
$done = 0;
$worker->addFunction('f', function () use ($worker, &$done) {
    if (++$done === 200) {
        sleep(1);
        $worker->stop();
    }
});
$worker->run();
unset($worker);
['jobs_worked' => $worked, 'jobs_given_back' => $back] = GearmanRs\stats();
var_dump($done, $worked, $back === $server->receive() - $done ?: $back);
?>
--EXPECT--
int(200)
int(200)
bool(true)
