--TEST--
addServer() and addServers() throw when no server can be reached, unless no exception handler is wanted
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$dead = Gearmand::freePort();
$calls = [
    fn (GearmanWorker $worker) => $worker->addServer('127.0.0.1', $dead),
    fn (GearmanWorker $worker) => $worker->addServers("127.0.0.1:{$dead}"),
    fn (GearmanWorker $worker) => $worker->addServer('127.0.0.1', $dead, false),
    fn (GearmanWorker $worker) => $worker->addServers("127.0.0.1:{$dead}", false),
];
foreach ($calls as $call) {
    try {
        var_dump($call(new GearmanWorker()));
    } catch (GearmanException $exception) {
        var_dump($exception->getMessage(), $exception->getCode());
    }
}
?>
--EXPECT--
string(30) "Failed to set exception option"
int(0)
string(30) "Failed to set exception option"
int(0)
bool(true)
bool(true)
