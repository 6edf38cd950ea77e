--TEST--
Every function of a client does what the method does
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$function = unique_name('procedural');
start_worker([$function => fn (GearmanJob $job) => strrev($job->workload())]);

$client = gearman_client_create();
var_dump($client);
var_dump(gearman_client_set_timeout($client, 20000), gearman_client_timeout($client));
var_dump(gearman_client_add_server($client, $server->host, $server->port));
var_dump(gearman_client_add_servers($client, $server->address(), false));
var_dump(gearman_client_do_normal($client, $function, 'abc'));
var_dump(gearman_client_do_high($client, $function, 'def'));
var_dump(gearman_client_do_low($client, $function, 'ghi'));
echo json_encode([gearman_client_do_job_handle($client), gearman_client_do_status($client)]), "\n";
foreach (['do_background', 'do_high_background', 'do_low_background'] as $name) {
    var_dump(str_starts_with(('gearman_client_' . $name)($client, $function, 'x'), 'H:'));
}
echo json_encode(gearman_client_job_status($client, 'H:nowhere:1')), "\n";
echo json_encode(gearman_client_job_status_by_unique_key($client, unique_name('nothing'))), "\n";
var_dump(gearman_client_ping($client, 'x'));
var_dump(gearman_client_return_code($client), gearman_client_get_errno($client));
var_dump(gearman_client_set_context($client, 'text'), gearman_client_context($client));
var_dump(gearman_client_add_options($client, GEARMAN_CLIENT_NON_BLOCKING), gearman_client_options($client));
var_dump(gearman_client_remove_options($client, GEARMAN_CLIENT_NON_BLOCKING), gearman_client_options($client));
var_dump(gearman_client_set_options($client, 0), gearman_client_options($client));
var_dump(gearman_client_enable_exception_handler($client));
?>
--EXPECTF--
object(GearmanClient)#%d (0) {
}
bool(true)
int(20000)
bool(true)
bool(true)
string(3) "cba"
string(3) "fed"
string(3) "ihg"
["",[0,0]]
bool(true)
bool(true)
bool(true)
[false,false,0,0]
[false,false,0,0]
bool(true)
int(0)
int(0)
bool(true)
string(4) "text"
bool(true)
int(34)
bool(true)
int(32)
bool(true)
int(0)
bool(true)
