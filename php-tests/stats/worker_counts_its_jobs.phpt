--TEST--
A worker counts what it has done, in vain or not, and what it gave back
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$name = unique_name('job');
$client = client();
foreach (['good', 'good', 'bad', 'ugly', 'back'] as $kind) {
    $client->addTaskBackground("{$name}-{$kind}", 'x');
}
$client->runTasks();
$given = 0;
$worker = Child::run(function (Child $test) use ($name, &$given) {
    $worker = worker([
        "{$name}-good" => fn () => 'good',
        "{$name}-bad" => fn (GearmanJob $job) => $job->sendFail(),
        "{$name}-ugly" => fn () => throw new Exception('ugly'),
        "{$name}-back" => function (GearmanJob $job) use (&$given) {
            if ($given++ === 0) {
                $job->setReturn(GEARMAN_LOST_CONNECTION);
            }
        },
    ]);
    for ($jobs = 0; $jobs < 6; $jobs++) {
        try {
            $worker->work();
        } catch (Exception) {
        }
    }
    $test->send(GearmanRs\stats());
});
$stats = $worker->receive();
var_dump($stats['jobs_worked'], $stats['jobs_worked_in_vain'], $stats['jobs_given_back'], $stats['jobs_submitted']);
?>
--EXPECT--
int(3)
int(2)
int(1)
int(0)
