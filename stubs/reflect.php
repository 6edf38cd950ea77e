<?php

// Prints what the stubs declare as JSON, for build.rs. Run by `php -n`, so that nothing else is loaded.

$stubs = array_map(realpath(...), array_slice($argv, 1));
array_map(static fn (string $stub) => require $stub, $stubs);

function parameter(ReflectionParameter $parameter): array
{
    return [
        'name' => $parameter->getName(),
        'type' => (string) ($parameter->getType() ?? ''),
        'default' => $parameter->isOptional() ? default_value($parameter->getDefaultValue()) : null,
    ];
}

/** As the engine reads it again when a call leaves the parameter out by naming a later one. */
function default_value(mixed $value): string
{
    return match (true) {
        is_array($value) => '[' . implode(', ', array_map(default_value(...), $value)) . ']',
        $value === null => 'null',
        default => var_export($value, true),
    };
}

function callable_signature(ReflectionFunctionAbstract $function): array
{
    preg_match('/@alias\s+(\w+::\w+)/', $function->getDocComment() ?: '', $alias);

    return [
        'name' => $function->getName(),
        'alias' => $alias[1] ?? null,
        'parameters' => array_map(parameter(...), $function->getParameters()),
        'return' => (string) ($function->getReturnType() ?? ''),
    ];
}

function class_contents(string $name): array
{
    $class = new ReflectionClass($name);
    $own = static fn ($member): bool => $member->getDeclaringClass()->getName() === $name;

    return [
        'name' => $name,
        'parent' => $class->getParentClass() ? $class->getParentClass()->getName() : null,
        'final' => $class->isFinal(),
        'methods' => array_map(callable_signature(...), array_values(array_filter($class->getMethods(), $own))),
        'properties' => array_map(
            static fn (ReflectionProperty $property): array => [
                'name' => $property->getName(),
                'default' => $property->getDefaultValue(),
            ],
            array_values(array_filter($class->getProperties(), $own)),
        ),
    ];
}

$functions = array_filter(
    array_map(static fn (string $name) => new ReflectionFunction($name), get_defined_functions()['user']),
    static fn (ReflectionFunction $function): bool => in_array($function->getFileName(), $stubs, true),
);
$constants = get_defined_constants(true)['user'];

echo json_encode([
    'constants' => array_map(
        static fn (string $name, mixed $value): array => ['name' => $name, 'value' => $value],
        array_keys($constants),
        $constants,
    ),
    'classes' => array_map(class_contents(...), array_values(array_filter(
        get_declared_classes(),
        static fn (string $name): bool => (new ReflectionClass($name))->isUserDefined(),
    ))),
    'functions' => array_map(callable_signature(...), array_values($functions)),
], JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT);
