<?php

declare(strict_types=1);

/**
 * Compares what the pages call things with what the module has.
 *
 * @param list<Page> $pages
 */
function compare_names(array $pages): void
{
    foreach ($pages as $page) {
        test("{$page->name} names what is there", function () use ($page) {
            $unknown = array_filter(names_in($page->text), fn (string $name) => !is_there($name));
            $unknown === [] || throw new RuntimeException('the module has no ' . implode(', ', $unknown));
        });
    }
    $named = fn (string $name) => current(array_filter($pages, fn (Page $page) => $page->name === $name));
    test('docs/settings.md has the settings of the module', fn () => compare_settings($named('docs/settings.md')));
    test('docs/README.md has the calls of the module', fn () => compare_calls($named('docs/README.md')));
}

/** @return list<string> settings, constants, and what is in the namespace */
function names_in(string $text): array
{
    preg_match_all('/\bgearman\.[a-z_]+\b(?!\()|\bGEARMAN_[A-Z_]+\b(?!\*)|\bGearmanRs\\\\\w+(?:::\w+)?|\bGearman(?:Client|Worker|Job|Task)::\w+/', $text, $names);
    return array_values(array_diff(array_unique($names[0]), NO_NAMES));
}

/** Files, processes and environment variables that look like names of ours. */
const NO_NAMES = [
    'gearman.so', 'gearman.ini', 'gearman.org', 'gearman.php', 'gearman.stub', 'GEARMAN_CODE',
    'GEARMAN_SERVERS', 'GEARMAN_CLIENT_PEM', 'GEARMAN_CLIENT_KEY', 'GEARMAND_CA_CERTIFICATE',
];

function is_there(string $name): bool
{
    if (str_starts_with($name, 'gearman.')) {
        return ini_get($name) !== false;
    }
    if (str_starts_with($name, 'GEARMAN_')) {
        return defined($name);
    }
    [$class, $method] = explode('::', $name, 2) + [1 => null];
    return $method === null ? class_exists($class) || function_exists($class) : method_exists($class, $method);
}

/** The table of settings: names, defaults, and what may be set, in the words of the warning. */
function compare_settings(Page $page): void
{
    $page_says = [];
    foreach ($page->table('setting') as [$name, $default, $values]) {
        $page_says[trim($name, '`')] = [trim($default, '`'), $values];
    }
    $module_says = [];
    foreach (ini_get_all('gearman', false) as $name => $value) {
        @ini_set($name, 'no such value');
        $warning = error_get_last()['message'] ?? '';
        error_clear_last();
        preg_match('/ must be (.*), "no such value" given$/', $warning, $expected);
        $module_says[$name] = [$value, $expected[1] ?? 'a text'];
        ini_restore($name);
    }
    same($module_says, $page_says);
}

/** The table of what is in the namespace: each class, method and function with its signature. */
function compare_calls(Page $page): void
{
    $calls = [];
    foreach ([GearmanRs\Client::class, GearmanRs\Worker::class, GearmanRs\Admin::class] as $class) {
        foreach ((new ReflectionClass($class))->getMethods() as $method) {
            if ($method->class === $class) {
                $calls[] = "{$class}::" . signature($method);
            }
        }
    }
    foreach ((new ReflectionExtension('gearman'))->getFunctions() as $function) {
        if ($function->inNamespace()) {
            $calls[] = signature($function);
        }
    }
    $written = array_map(fn (array $row) => trim($row[0], '`'), $page->table('call'));
    sort($calls);
    sort($written);
    same($calls, $written);
}

function signature(ReflectionFunctionAbstract $function): string
{
    $parameters = array_map(function (ReflectionParameter $parameter) {
        $default = $parameter->isDefaultValueAvailable() ? ' = ' . value($parameter->getDefaultValue()) : '';
        return "{$parameter->getType()} \${$parameter->getName()}{$default}";
    }, $function->getParameters());
    $type = $function->getReturnType();
    return "{$function->getName()}(" . implode(', ', $parameters) . ')' . ($type === null ? '' : ": {$type}");
}

function value(mixed $value): string
{
    return is_array($value) ? '[' . implode(', ', $value) . ']' : strtr(var_export($value, true), ['NULL' => 'null']);
}

/** @param array<mixed> $module @param array<mixed> $page */
function same(array $module, array $page): void
{
    foreach ([['the page lacks', $module, $page], ['the page has', $page, $module]] as [$what, $these, $those]) {
        foreach ($these as $key => $item) {
            if (is_int($key) ? !in_array($item, $those, true) : ($those[$key] ?? null) !== $item) {
                throw new RuntimeException("{$what} " . json_encode([$key => $item], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE));
            }
        }
    }
}
