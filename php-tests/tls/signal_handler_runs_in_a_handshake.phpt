--TEST--
A signal handler runs soon while a call waits for the TLS handshake, and does not stretch its deadline
--INI--
gearman.connect_timeout=2000
--FILE--
<?php
require __DIR__ . '/tls.inc';

$silent = stream_socket_server('tcp://127.0.0.1:0');
$client = tls_client();
$client->addServer('127.0.0.1', (int) substr(strrchr(stream_socket_get_name($silent, false), ':'), 1), false);
$handled = null;
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use (&$handled) {
    $handled ??= microtime(true);
});
$child = Child::run(function (Child $test) use ($silent) {
    // When its connection is here it waits.
    $connection = stream_socket_accept($silent, DEADLINE_SECONDS);
    $test->send(microtime(true));
    posix_kill($test->pid, SIGUSR1);
    $test->receive();
});
$started = microtime(true);
var_dump(@$client->ping('x'));
$ended = microtime(true);
var_dump($handled - $child->receive() < 0.5, $ended - $started > 1.9, $ended - $started < 4.0);
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
bool(true)
