--TEST--
A server that closes, resets or spoils the handshake: return code 26 at once, and a warning that names TLS
--FILE--
<?php
require __DIR__ . '/tls.inc';

$servers = [
    'closes after the ClientHello' => function ($connection) {
        fread($connection, 65536);
    },
    'resets the connection' => function ($connection) {
        // A socket that is closed with unread bytes in it is reset.
        $readable = [$connection];
        $none = null;
        stream_select($readable, $none, $none, null);
    },
    'closes in the middle of its answer' => function ($connection) {
        fread($connection, 65536);
        fwrite($connection, "\x16\x03\x03\x00\x7a\x02\x00\x00\x76\x03\x03");
    },
    'answers in plain text' => function ($connection) {
        fread($connection, 65536);
        fwrite($connection, "ERR UNKNOWN_COMMAND Unknown+server+command\n");
    },
    'answers with a packet' => function ($connection) {
        fread($connection, 65536);
        fwrite($connection, Packet::response(GEARMAN_COMMAND_JOB_CREATED, 'H:host:1'));
    },
    'answers with nonsense' => function ($connection) {
        fread($connection, 65536);
        fwrite($connection, "\x16\x03\x03\x00\x08\xff\xff\xff\xff\xff\xff\xff\xff");
    },
    'refuses with an alert' => function ($connection) {
        fread($connection, 65536);
        fwrite($connection, "\x15\x03\x03\x00\x02\x02\x28");
    },
];
foreach ($servers as $what => $script) {
    echo "{$what}\n";
    $server = ScriptedServer::start($script);
    $client = tls_client();
    $client->addServer('127.0.0.1', $server->port, false);
    print_refusal_of_client($client);
    $worker = tls_worker(['function' => fn () => '']);
    $worker->addServer('127.0.0.1', $server->port, false);
    print_refusal_of_worker($worker);
}
?>
--EXPECTF--
closes after the ClientHello
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server closed the connection during the TLS handshake%S
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server closed the connection during the TLS handshake%S
resets the connection
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: connection reset by peer during the TLS handshake%S
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: connection reset by peer during the TLS handshake%S
closes in the middle of its answer
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server closed the connection during the TLS handshake%S
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server closed the connection during the TLS handshake%S
answers in plain text
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server does not speak TLS (start gearmand with --ssl, or leave setSSL() out)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server does not speak TLS (start gearmand with --ssl, or leave setSSL() out)
answers with a packet
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server does not speak TLS (start gearmand with --ssl, or leave setSSL() out)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server does not speak TLS (start gearmand with --ssl, or leave setSSL() out)
answers with nonsense
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: TLS failed: %s
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: TLS failed: %s
refuses with an alert
26 doBackground(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server refused the TLS connection: HandshakeFailure (does it want a client certificate, or another one?)
26 work(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1: the server refused the TLS connection: HandshakeFailure (does it want a client certificate, or another one?)
