--TEST--
gearman_client_set_ssl() and gearman_worker_set_ssl()
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = TlsGearmand::start();
$trusted = Authority::trusted()->certificate->file;
$own = Authority::trusted()->client();

$client = gearman_client_create();
var_dump(gearman_client_set_ssl($client, true, $trusted));
gearman_client_add_server($client, $server->host, $server->port);
var_dump(gearman_client_do_background($client, 'function', 'x') !== '');

$worker = gearman_worker_create();
var_dump(gearman_worker_set_ssl($worker, ssl: true, ca_file: $trusted, certificate: $own->file, key_file: $own->key));
gearman_worker_add_server($worker, $server->host, $server->port);
gearman_worker_add_function($worker, 'function', function (GearmanJob $job) {
    echo gearman_job_workload($job), "\n";
});
var_dump(gearman_worker_work($worker));

var_dump(gearman_client_set_ssl($client, true, '/nonexistent/ca.pem'), gearman_client_return_code($client));
var_dump(gearman_worker_set_ssl($worker, true, '/nonexistent/ca.pem'), gearman_worker_return_code($worker));
var_dump(gearman_client_set_ssl($client, false), gearman_worker_set_ssl($worker, false));
try {
    gearman_client_set_ssl($worker);
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECTF--
bool(true)
bool(true)
bool(true)
x
bool(true)

Warning: gearman_client_set_ssl(): %s(GEARMAN_INVALID_ARGUMENT) cannot read the CA file "/nonexistent/ca.pem": no such file or directory in %s on line %d
bool(false)
int(49)

Warning: gearman_worker_set_ssl(): %s(GEARMAN_INVALID_ARGUMENT) cannot read the CA file "/nonexistent/ca.pem": no such file or directory in %s on line %d
bool(false)
int(49)
bool(true)
bool(true)
gearman_client_set_ssl(): Argument #1 ($obj) must be of type GearmanClient, GearmanWorker given
