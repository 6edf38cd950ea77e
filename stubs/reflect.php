<?php

// Prints what gearman.stub.php declares as JSON, for build.rs. Run by `php -n`, so that nothing else is loaded.

require $argv[1];

function parameter(ReflectionParameter $parameter): array
{
    return [
        'name' => $parameter->getName(),
        'type' => (string) ($parameter->getType() ?? ''),
        'default' => $parameter->isOptional() ? var_export($parameter->getDefaultValue(), true) : null,
    ];
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

$functions = array_values(array_filter(
    get_defined_functions()['user'],
    static fn (string $name): bool => str_starts_with($name, 'gearman_'),
));
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
    'functions' => array_map(
        static fn (string $name): array => callable_signature(new ReflectionFunction($name)),
        $functions,
    ),
], JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT);
