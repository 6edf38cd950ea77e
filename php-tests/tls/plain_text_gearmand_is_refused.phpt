--TEST--
A gearmand that speaks plain text is refused at once, with a warning that says so
--FILE--
<?php
require __DIR__ . '/tls.inc';

// What gearmand takes a ClientHello for depends on its random bytes: a wrong packet, or text, which it answers.
$gearmand = Gearmand::shared();
for ($i = 0; $i < 10; $i++) {
    $client = tls_client();
    $client->addServer($gearmand->host, $gearmand->port, false);
    var_dump(@$client->doBackground('never-in-the-clear', 'secret'), $client->returnCode() === GEARMAN_COULD_NOT_CONNECT);
    echo preg_replace('/the server (closed the connection during the TLS handshake|does not speak TLS) \(.*\)/', 'the server does not speak TLS', error_of($client)), "\n";
}
$worker = tls_worker(['never-in-the-clear' => fn () => '']);
$worker->addServer($gearmand->host, $gearmand->port, false);
var_dump(@$worker->work(), $worker->returnCode() === GEARMAN_COULD_NOT_CONNECT);
var_dump($gearmand->admin->queue('never-in-the-clear'));
?>
--EXPECTREGEX--
(string\(0\) ""
bool\(true\)
doBackground\(GEARMAN_COULD_NOT_CONNECT\) 127\.0\.0\.1: the server does not speak TLS
){10}bool\(false\)
bool\(true\)
array\(3\) \{
  \["jobs"\]=>
  int\(0\)
  \["running"\]=>
  int\(0\)
  \["workers"\]=>
  int\(0\)
\}
