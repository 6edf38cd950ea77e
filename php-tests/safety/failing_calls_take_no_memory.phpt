--TEST--
Memory does not grow with the number of failed calls, thrown callbacks and objects made and dropped
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('leak');
$dead = Gearmand::freePort();
$run = function (int $times) use ($function, $dead) {
    $client = client();
    $worker = worker([$function => fn () => throw new LogicException('boom')]);
    for ($i = 0; $i < $times; $i++) {
        $failing = new GearmanClient();
        $failing->addServer('127.0.0.1', $dead, false);
        @$failing->ping('x');
        $client->doBackground($function, 'x');
        try {
            $worker->work();
        } catch (LogicException) {
            continue;
        }
    }
};
$run(200);
$before = [memory_get_usage(), resident_bytes()];
$run(2000);
var_dump(memory_get_usage() - $before[0] < 100_000, resident_bytes() - $before[1] < 5_000_000);
?>
--EXPECT--
bool(true)
bool(true)
