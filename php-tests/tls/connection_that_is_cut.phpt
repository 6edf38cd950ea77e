--TEST--
A TLS connection that ends without a goodbye: a warning that names the server, and the next call works
--FILE--
<?php
require __DIR__ . '/tls.inc';

$gearmand = TlsGearmand::start();
start_tls_worker(['large' => fn () => random_bytes(200_000)], $gearmand);
$cutting = ScriptedServer::start(function ($connection, Child $test, int $number) use ($gearmand) {
    $received = 0;
    relay($connection, $gearmand, function (string $bytes, bool $toServer) use (&$received, $number) {
        $received += $toServer ? 0 : strlen($bytes);
        if ($number > 1 || $received < 100_000) {
            return [$bytes];
        }
        // gearmand must get rid of all of it: see TlsGearmand.
        return $received < 200_000 ? [] : null;
    });
});
$client = tls_client();
$client->addServer('127.0.0.1', $cutting->port, false);
var_dump($client->doNormal('large', 'x'), $client->returnCode() === GEARMAN_LOST_CONNECTION);
echo error_of($client), "\n";
var_dump(strlen($client->doNormal('large', 'x')), $client->returnCode());

$busy = Child::run(function (Child $test) use ($gearmand) {
    $worker = tls_worker(['endless' => function () use ($test) {
        $test->send('running');
        $test->receive();
    }], $gearmand);
    $worker->work();
});
$killer = Child::run(function (Child $test) use ($busy, $gearmand) {
    $busy->receive();
    posix_kill($gearmand->pid(), SIGKILL);
});
$waiting = tls_client($gearmand);
// Killed before it has acknowledged the job, the server is tried again, and the code and the warning tell of that.
$codes = [GEARMAN_LOST_CONNECTION, GEARMAN_COULD_NOT_CONNECT];
var_dump(@$waiting->doNormal('endless', 'x'), in_array($waiting->returnCode(), $codes, true));
echo error_of($waiting), "\n";
?>
--EXPECTF--
Warning: GearmanClient::doNormal(): doNormal(GEARMAN_LOST_CONNECTION) 127.0.0.1:%d: the server closed the connection in the middle of a packet (did gearmand end? its log may say why) in %s on line %d
string(0) ""
bool(true)
doNormal(GEARMAN_LOST_CONNECTION) 127.0.0.1: the server closed the connection in the middle of a packet (did gearmand end? its log may say why)
int(200000)
int(0)
string(0) ""
bool(true)
doNormal(GEARMAN_%s) 127.0.0.1: the server closed the connection%S
