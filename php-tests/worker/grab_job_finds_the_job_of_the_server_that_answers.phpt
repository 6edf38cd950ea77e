--TEST--
grabJob() without a timeout returns the job of the server that answers, whichever of the two hangs
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([0, 1] as $which) {
    $servers = [Gearmand::start(), Gearmand::start()];
    $worker = worker(['f' => fn () => ''], ...$servers);
    $worker->setTimeout(-1);
    // Connected to both.
    var_dump(@$worker->grabJob());
    client($servers[1 - $which])->doBackground('f', "of the other than {$which}");
    $servers[$which]->hang();
    var_dump($worker->grabJob()->workload());
}
?>
--EXPECT--
bool(false)
string(19) "of the other than 0"
bool(false)
string(19) "of the other than 1"
