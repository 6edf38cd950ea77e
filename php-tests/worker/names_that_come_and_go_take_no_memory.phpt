--TEST--
50,000 names added and taken away again on a connected worker take no memory
--FILE--
<?php
require __DIR__ . '/../support/all.php';

// A server of its own: gearmand forgets no name that it was told.
$worker = worker(['stays' => fn () => ''], Gearmand::start());
$worker->setTimeout(10);
$worker->work();
$worker->setTimeout(DEADLINE_MILLISECONDS);
$round = function (string $round, int $count) use ($worker) {
    for ($i = 0; $i < $count; $i++) {
        $name = str_pad("{$round}-{$i}-", 400, 'x');
        $worker->addFunction($name, fn () => '');
        $worker->unregister($name);
        if ($i % 500 === 0) {
            // The answer says that the server has read all that came before it. What it has not read yet waits here.
            $worker->ping('x');
        }
    }
};
$round('first', 1000);
$before = resident_bytes();
$round('second', 50_000);
$grown = resident_bytes() - $before;
// The names are 20 MB.
var_dump($grown < 8_000_000 ?: $grown);
?>
--EXPECT--
bool(true)
