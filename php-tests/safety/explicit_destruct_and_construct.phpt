--TEST--
Calling __destruct() and __construct() by hand does no harm
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$client = client();
$client->ping('x');
$client->__destruct();
var_dump(is_int($client->returnCode()), is_bool(@$client->ping('x')));
$client->__construct();
var_dump($client->addServer($server->host, $server->port), $client->ping('x'));
$client->__destruct();
$client->__destruct();

$function = unique_name('again');
$worker = worker([$function => fn () => print "old\n"]);
$worker->setTimeout(1);
$worker->work();
$worker->__destruct();
var_dump(is_bool(@$worker->work()));
$worker->__construct();
$worker->addServer($server->host, $server->port);
$worker->addFunction($function, fn () => print "new\n");
$worker->setTimeout(DEADLINE_MILLISECONDS);
client()->doBackground($function, 'x');
var_dump($worker->work());
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
new
bool(true)
