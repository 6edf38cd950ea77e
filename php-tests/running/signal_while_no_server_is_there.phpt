--TEST--
A signal ends run() while it tries servers that are away
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$child = Child::run(function (Child $test) {
    $worker = new GearmanRs\Worker();
    $worker->addServer('127.0.0.1', $port = Gearmand::freePort(), false);
    $worker->addFunction('f', fn () => null);
    set_error_handler(fn (int $level, string $text) => $test->send(str_replace((string) $port, 'N', $text)));
    $test->send($worker->run());
});
echo $child->receive(), "\n";
$child->kill(SIGTERM);
echo $child->receive(), ' ', $child->wait(), "\n";
?>
--EXPECT--
GearmanRs\Worker::run(): run(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1:N: connection refused (is gearmand running there, and does it listen on this address?); it is tried again
signal exit 0
