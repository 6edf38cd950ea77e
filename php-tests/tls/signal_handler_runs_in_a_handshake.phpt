--TEST--
A signal handler runs soon while a call waits for the TLS handshake, and does not stretch its deadline
--FILE--
<?php
require __DIR__ . '/tls.inc';

$silent = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($silent, false), ':'), 1);
pcntl_async_signals(true);

// What the handler does makes the server end the handshake, long before the deadline.
ini_set('gearman.connect_timeout', '550000');
$server = Child::run(function (Child $test) use ($silent) {
    $connection = stream_socket_accept($silent, DEADLINE_SECONDS);
    posix_kill($test->pid, SIGUSR1);
    echo $test->receive(), "\n";
});
pcntl_signal(SIGUSR1, fn () => $server->send('handled'));
$client = tls_client();
$client->setTimeout(-1);
$client->addServer('127.0.0.1', $port, false);
var_dump(@$client->ping('x'), str_contains($client->error(), 'no answer'));
$server->wait();

ini_set('gearman.connect_timeout', '1000');
pcntl_signal(SIGUSR1, fn () => null);
$sender = Child::run(function (Child $test) {
    while (true) {
        posix_kill($test->pid, SIGUSR1);
        usleep(50_000);
    }
});
$client = tls_client();
$client->addServer('127.0.0.1', $port, false);
echo json_encode(@$client->ping('x')), ' ', error_of($client), "\n";
// The signals still go on: it was not their end that ended the call.
$sender->kill();
echo $sender->wait(), "\n";
?>
--EXPECT--
handled
bool(false)
bool(false)
false ping(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: no answer to the TLS handshake within 1000 ms (is this the port that gearmand serves TLS on?)
signal 9
