<?php
require __DIR__ . '/../support.php';

final class Callables
{
    public static function fixed(GearmanJob $job): string
    {
        return 'static ' . $job->workload();
    }

    public function method(GearmanJob $job): string
    {
        return 'method ' . $job->workload();
    }

    public function __invoke(GearmanJob $job): string
    {
        return 'invoked ' . $job->workload();
    }

    public function __call(string $name, array $arguments): string
    {
        return "{$name} by __call " . $arguments[0]->workload();
    }
}
function named(GearmanJob $job): string
{
    return 'function ' . $job->workload();
}
$object = new Callables();
$callables = [
    'closure' => fn ($job) => 'closure ' . $job->workload(),
    'first class' => named(...),
    'name' => 'named',
    'static pair' => ['Callables', 'fixed'],
    'static name' => 'Callables::fixed',
    'pair' => [$object, 'method'],
    'invokable' => $object,
    'magic' => [$object, 'anything'],
];
$names = array_map(unique_name(...), array_combine(array_keys($callables), array_fill(0, count($callables), 'f')));
start_worker(array_combine($names, $callables));
$client = client();
foreach ($names as $kind => $name) {
    attempt($kind, fn () => $client->doNormal($name, 'x'), $client);
}
