--TEST--
However many servers hang, a job waits for the first of them only, and none of the others is given it; nor is the next job
--INI--
gearman.connect_timeout=500
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$hung = array_map(fn () => Gearmand::start(), range(1, 4));
array_walk($hung, fn (Gearmand $server) => $server->hang());
$function = unique_name('one');
foreach (['first', 'second'] as $name) {
    $clients[] = $client = new GearmanClient();
    foreach ([...$hung, Gearmand::shared()] as $server) {
        $client->addServer('127.0.0.1', $server->port);
    }
    $client->setTimeout(DEADLINE_MILLISECONDS);
    var_dump($client->doBackground($function, $name) !== '');
}
var_dump(Gearmand::shared()->admin->queue($function)['jobs']);
array_walk($hung, fn (Gearmand $server) => $server->goOn());
eventually('the first has its job', fn () => $hung[0]->admin->queue($function)['jobs'] === 1);
echo json_encode(array_map(fn (Gearmand $server) => $server->admin->queue($function)['jobs'], $hung)), "\n";
?>
--EXPECT--
bool(true)
bool(true)
int(2)
[1,0,0,0]
