--TEST--
Jobs are shared out among workers, and none is run twice
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('shared-out');
$body = function (Child $parent) use ($function) {
    $done = [];
    $worker = worker([$function => function (GearmanJob $job) use (&$done) {
        $done[] = $job->workload();
    }]);
    do {
        $worker->work();
    } while (end($done) !== 'stop');
    $parent->send($done);
};
$workers = [Child::run($body), Child::run($body), Child::run($body)];
$client = client();
foreach (range(1, 300) as $number) {
    $client->doBackground($function, (string) $number);
}
foreach ($workers as $ignored) {
    $client->doLowBackground($function, 'stop');
}
$all = array_merge(...array_map(fn (Child $worker) => $worker->receive(), $workers));
$numbers = array_map('intval', array_diff($all, ['stop']));
sort($numbers);
var_dump($numbers === range(1, 300));
?>
--EXPECT--
bool(true)
