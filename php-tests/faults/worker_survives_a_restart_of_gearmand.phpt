--TEST--
A worker reconnects to a restarted gearmand inside work(), with all its functions and its id
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$server = Gearmand::start();
$ran = [];
$worker = worker([
    'one' => function () use (&$ran) {
        $ran[] = 'one';
    },
    'two' => function () use (&$ran) {
        $ran[] = 'two';
    },
], $server);
$worker->setId('the-worker');
client($server)->doBackground('one', 'x');
var_dump($worker->work());

$server->restart();
client($server)->doBackground('two', 'x');
var_dump($worker->work(), $worker->returnCode());
echo implode(' ', $ran), "\n";
$known = $server->admin->workersOf('one')[0];
sort($known['functions']);
echo json_encode($known), "\n";
?>
--EXPECT--
bool(true)
bool(true)
int(0)
one two
{"id":"the-worker","functions":["one","two"]}
