--TEST--
run() asks for as many jobs as it may do and for no other, ahead or not
--INI--
gearman.regrab_interval=86400000
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = ScriptedServer::start(function ($connection, Child $test) {
    for ($asked = 0; ($packet = Packet::read($connection)) !== null;) {
        if ($packet->type === GEARMAN_COMMAND_GRAB_JOB_UNIQ) {
            $asked++;
            fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, "H:{$asked}", 'f', 'u', 'x'));
        }
    }
    $test->send($asked);
});
foreach ([1, 2, 17, 18, 19, 20, 40, 200] as $most) {
    $worker = new GearmanRs\Worker();
    $worker->addServer('127.0.0.1', $server->port, false);
    $done = 0;
    $worker->addFunction('f', function () use (&$done) {
        $done++;
    });
    echo $worker->run(jobs: $most), ' ', $done;
    unset($worker);
    echo ' ', $server->receive(), "\n";
}
?>
--EXPECT--
jobs 1 1
jobs 2 2
jobs 17 17
jobs 18 18
jobs 19 19
jobs 20 20
jobs 40 40
jobs 200 200
