--TEST--
An error handler may use the object whose ping() has failed
--FILE--
<?php
require __DIR__ . '/../support/all.php';

foreach ([new GearmanClient(), new GearmanWorker()] as $peer) {
    set_error_handler(function (int $level, string $text) use ($peer) {
        echo $text, "\n";
        $peer->addServer(Gearmand::shared()->host, Gearmand::shared()->port);
        return true;
    });
    var_dump($peer->ping('x'));
    restore_error_handler();
    var_dump($peer->ping('x'));
}
?>
--EXPECTF--
GearmanClient::ping(): ping(GEARMAN_NO_SERVERS) %s
bool(false)
bool(true)
GearmanWorker::ping(): ping(GEARMAN_NO_SERVERS) %s
bool(false)
bool(true)
