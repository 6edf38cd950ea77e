--TEST--
A connection on which a call has timed out, or a result is due, is not kept; one that was kept is used by runTasks()
--INI--
gearman.persistent=1
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('nobody');
$before = own_sockets();
$sockets = fn () => count(array_diff(own_sockets(), $before));

$client = client();
$client->setTimeout(1);
var_dump(@$client->doNormal($function, 'x'), $client->returnCode() === GEARMAN_TIMEOUT);
unset($client);
var_dump($sockets());

$client = client();
$client->addOptions(GEARMAN_CLIENT_NON_BLOCKING);
$client->addTask($function, 'x');
eventually('the job is queued', fn () => @$client->runTasks() || Gearmand::shared()->admin->queue($function)['jobs'] >= 2);
unset($client);
var_dump($sockets());

for ($i = 0; $i < 3; $i++) {
    $client = client();
    for ($j = 0; $j < 20; $j++) {
        $client->addTaskBackground($function, "{$i} {$j}");
    }
    var_dump($client->runTasks());
    unset($client);
    var_dump($sockets());
}
?>
--EXPECT--
string(0) ""
bool(true)
int(0)
int(0)
bool(true)
int(1)
bool(true)
int(1)
bool(true)
int(1)
