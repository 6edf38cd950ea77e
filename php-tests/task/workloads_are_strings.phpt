--TEST--
A workload may be a string, an int or a float; anything else is converted as PHP converts it
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('workloads');
$stringable = new class () {
    public function __toString(): string
    {
        return 'from __toString';
    }
};
$client = client();
foreach (['text', 42, 1.5, true, null, $stringable] as $workload) {
    @$client->addTaskBackground($function, $workload);
}
$client->runTasks();
$worker = worker([$function => function (GearmanJob $job) {
    var_dump($job->workload());
}]);
for ($i = 0; $i < 6; $i++) {
    $worker->work();
}
?>
--EXPECT--
string(4) "text"
string(2) "42"
string(3) "1.5"
string(1) "1"
string(0) ""
string(15) "from __toString"
