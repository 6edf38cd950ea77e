--TEST--
After a setSSL() that failed nothing is sent in the clear, until setSSL() succeeds or turns TLS off
--FILE--
<?php
require __DIR__ . '/tls.inc';

$plain = Gearmand::start();
$client = new GearmanClient();
$client->addServer($plain->host, $plain->port, false);
var_dump($client->doBackground('function', 'in the clear') !== '');

var_dump(@$client->setSSL(true, '/nonexistent/ca.pem'));
print_refusal_of_client($client);
var_dump($plain->admin->queue('function')['jobs']);

$worker = new GearmanWorker();
$worker->setTimeout(DEADLINE_MILLISECONDS);
$worker->addServer($plain->host, $plain->port, false);
$worker->addFunction('function', fn () => '');
var_dump(@$worker->setSSL(true, '/nonexistent/ca.pem'));
print_refusal_of_worker($worker);

var_dump($worker->setSSL(false), $worker->work());
?>
--EXPECT--
bool(true)
bool(false)
49 doBackground(GEARMAN_INVALID_ARGUMENT) 127.0.0.1: cannot read the CA file "/nonexistent/ca.pem": no such file or directory
int(1)
bool(false)
49 work(GEARMAN_INVALID_ARGUMENT) 127.0.0.1: cannot read the CA file "/nonexistent/ca.pem": no such file or directory
bool(true)
bool(true)
