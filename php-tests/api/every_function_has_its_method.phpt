--TEST--
Every procedural function has a method of the same parameters, and every method a function
--FILE--
<?php
require __DIR__ . '/../support/all.php';

$prefixes = [
    'GearmanClient' => 'gearman_client_',
    'GearmanWorker' => 'gearman_worker_',
    'GearmanJob' => 'gearman_job_',
    'GearmanTask' => 'gearman_task_',
];
$irregular = [
    'getErrno' => ['gearman_client_get_errno', 'gearman_worker_errno'],
    'taskNumerator' => ['gearman_task_numerator'],
    'taskDenominator' => ['gearman_task_denominator'],
    'setSSL' => ['gearman_client_set_ssl', 'gearman_worker_set_ssl'],
];
$free = ['gearman_version', 'gearman_bugreport', 'gearman_verbose_name', 'gearman_client_create', 'gearman_worker_create'];

$module = new ReflectionExtension('gearman');
$global = array_filter($module->getFunctions(), fn (ReflectionFunction $function) => !$function->inNamespace());
$functions = array_diff(array_keys($global), $free);
foreach ($prefixes as $class => $prefix) {
    foreach ((new ReflectionClass($class))->getMethods() as $method) {
        if (str_starts_with($method->name, '__')) {
            continue;
        }
        $regular = $prefix . strtolower(preg_replace('/(?<!^)[A-Z]/', '_$0', $method->name));
        $names = array_intersect([$regular, ...($irregular[$method->name] ?? [])], $functions);
        $name = current(array_filter($names, fn ($name) => str_starts_with($name, $prefix)));
        if ($name === false) {
            echo "no function for {$class}::{$method->name}()\n";
            continue;
        }
        $functions = array_diff($functions, [$name]);
        $parameters = fn (ReflectionFunctionAbstract $function) => array_map(
            fn (ReflectionParameter $parameter) => "{$parameter->getType()} {$parameter->name}",
            $function->getParameters()
        );
        if (["{$class} obj", ...$parameters($method)] !== $parameters(new ReflectionFunction($name))) {
            echo "{$name}() differs from {$class}::{$method->name}()\n";
        }
    }
}
echo implode("\n", $functions), "compared\n";
?>
--EXPECT--
compared
