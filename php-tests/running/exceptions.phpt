--TEST--
What a callback throws ends its job, becomes a warning, and run() goes on
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$function = unique_name('throws');
$worker = runner([$function => function (GearmanJob $job): string {
    return match ($job->workload()) {
        'exception' => throw new DomainException('no'),
        'error' => intdiv(1, 0),
        'type' => strlen([]),
        'return' => [],
        'fine' => 'the result',
    };
}]);
set_error_handler(function (int $level, string $text) use ($function) {
    echo "  ", preg_replace('/, called in.*/', '', str_replace($function, 'f', $text)), "\n";
    return true;
});
foreach (['exception', 'error', 'type', 'return', 'fine'] as $workload) {
    $client = new Wire(Gearmand::shared());
    $client->submit($function, $workload);
    echo $worker->run(jobs: 1), ' ', $worker->returnCode(), "\n";
    echo "  ", strtok(implode(', ', $client->history()), '('), "\n";
}
?>
--EXPECTF--
GearmanRs\Worker::run(): run(GEARMAN_WORK_EXCEPTION) the callback of "f" threw DomainException: no
jobs 0
  25 DomainException: no
  GearmanRs\Worker::run(): run(GEARMAN_WORK_EXCEPTION) the callback of "f" threw DivisionByZeroError: Division by zero
jobs 0
  25 DivisionByZeroError: Division by zero
  GearmanRs\Worker::run(): run(GEARMAN_WORK_EXCEPTION) the callback of "f" threw TypeError: strlen(): Argument #1 ($string) must be of type string, array given
jobs 0
  25 TypeError: strlen
  GearmanRs\Worker::run(): run(GEARMAN_WORK_EXCEPTION) the callback of "f" threw TypeError: {closure%S}(): Return value must be of type string, array returned
jobs 0
  25 TypeError: {closure%S}
jobs 0
  13 the result
