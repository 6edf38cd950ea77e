--TEST--
Every function of a worker does what the method does
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::shared();
$function = unique_name('procedural');
$worker = gearman_worker_create();
var_dump($worker);
var_dump(gearman_worker_set_timeout($worker, 20000), gearman_worker_timeout($worker));
var_dump(gearman_worker_add_server($worker, $server->host, $server->port));
var_dump(gearman_worker_add_servers($worker, $server->address()));
var_dump(gearman_worker_set_id($worker, 'procedural'));
var_dump(gearman_worker_ping($worker, 'x'));
var_dump(gearman_worker_enable_exception_handler($worker));
var_dump(gearman_worker_add_function($worker, $function, fn () => print "ran\n"));
client()->doBackground($function, 'x');
var_dump(gearman_worker_work($worker), gearman_worker_return_code($worker), gearman_worker_errno($worker));
var_dump(gearman_worker_unregister($worker, $function));
var_dump(gearman_worker_register($worker, $function, 0));
client()->doBackground($function, 'x');
var_dump(get_class(gearman_worker_grab_job($worker)));
var_dump(gearman_worker_unregister_all($worker));
var_dump(gearman_worker_add_options($worker, GEARMAN_WORKER_NON_BLOCKING), gearman_worker_options($worker));
var_dump(gearman_worker_remove_options($worker, GEARMAN_WORKER_NON_BLOCKING), gearman_worker_options($worker));
var_dump(gearman_worker_set_options($worker, GEARMAN_WORKER_GRAB_UNIQ), gearman_worker_options($worker));

$lonely = gearman_worker_create();
var_dump(gearman_worker_error($lonely), gearman_worker_wait($lonely), gearman_worker_error($lonely) !== false);
?>
--EXPECTF--
object(GearmanWorker)#%d (0) {
}
bool(true)
int(20000)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
ran
bool(true)
int(0)
int(0)
bool(true)
bool(true)
string(10) "GearmanJob"
bool(true)
bool(true)
int(902)
bool(true)
int(900)
bool(true)
int(132)

Warning: gearman_worker_wait(): %s(GEARMAN_NO_ACTIVE_FDS)%s in %s on line %d
bool(false)
bool(false)
bool(true)
