--TEST--
After a timeout the client works on and never takes the late answer for the new one
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('late');
$client = client();
$client->setTimeout(50);
var_dump($client->doNormal($function, 'late'), $client->returnCode() === GEARMAN_TIMEOUT);

start_worker([$function => fn (GearmanJob $job) => 'answer to ' . $job->workload()]);
eventually('the late job is done', fn () => Gearmand::shared()->admin->queue($function)['jobs'] === 0);
$client->setTimeout(DEADLINE_MILLISECONDS);
var_dump($client->doNormal($function, 'next'), $client->returnCode());
?>
--EXPECTF--
Warning: GearmanClient::doNormal(): %s(GEARMAN_TIMEOUT)%s in %s on line %d
string(0) ""
bool(true)
string(14) "answer to next"
int(0)
