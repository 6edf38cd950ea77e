<?php

declare(strict_types=1);

/**
 * A module's classes, functions and constants, one line each, as Reflection sees them.
 *
 * @param iterable<ReflectionClass<object>> $classes
 * @param iterable<ReflectionFunction> $functions
 * @param array<string, int|string> $constants
 * @return list<string>
 */
function signatures(iterable $classes, iterable $functions, array $constants): array
{
    $lines = [];
    foreach ($classes as $class) {
        $parent = $class->getParentClass();
        $lines[] = ($class->isFinal() ? 'final ' : '') . "class {$class->name}" . ($parent ? " extends {$parent->name}" : '');
        foreach ($class->getMethods() as $method) {
            if ($method->class === $class->name) {
                $modifiers = implode(' ', Reflection::getModifierNames($method->getModifiers()));
                $lines[] = "{$modifiers} {$class->name}::" . signature($method);
            }
        }
        foreach ($class->getProperties() as $property) {
            if ($property->class === $class->name) {
                $modifiers = implode(' ', Reflection::getModifierNames($property->getModifiers()));
                $lines[] = "{$modifiers} {$class->name}::\${$property->name} = " . json_encode($property->getDefaultValue());
            }
        }
        foreach ($class->getReflectionConstants() as $constant) {
            $lines[] = "const {$class->name}::{$constant->name} = " . json_encode($constant->getValue());
        }
    }
    foreach ($functions as $function) {
        $lines[] = 'function ' . signature($function);
    }
    foreach ($constants as $name => $value) {
        $lines[] = "const {$name} = " . json_encode($value);
    }
    sort($lines);
    return $lines;
}

function signature(ReflectionFunctionAbstract $function): string
{
    $parameters = array_map(static function (ReflectionParameter $parameter) {
        $type = $parameter->getType();
        return ($type === null ? '' : "{$type} ")
            . ($parameter->isPassedByReference() ? '&' : '')
            . ($parameter->isVariadic() ? '...' : '')
            . "\${$parameter->name}"
            . ($parameter->isDefaultValueAvailable() ? ' = ' . json_encode($parameter->getDefaultValue()) : '');
    }, $function->getParameters());
    $return = $function->getReturnType() ?? $function->getTentativeReturnType();
    return "{$function->name}(" . implode(', ', $parameters) . ')' . ($return === null ? '' : ": {$return}");
}

/**
 * The signatures of the module that is loaded.
 *
 * @return list<string>
 */
function signatures_of_the_module(): array
{
    $module = new ReflectionExtension('gearman');
    return signatures($module->getClasses(), $module->getFunctions(), $module->getConstants());
}

/** Whether a line of signatures_of_the_module() is of something in the namespace of what only we have. */
function is_ours(string $line): bool
{
    return preg_match('/^(?:final )?(?:\w+ )*GearmanRs\\\\/', $line) === 1;
}

/**
 * Prints what stands in one list and not in the other, each line with its side.
 *
 * @param list<string> $left
 * @param list<string> $right
 */
function print_differences(string $leftName, array $left, string $rightName, array $right): void
{
    foreach (array_diff($left, $right) as $line) {
        echo "only in {$leftName}: {$line}\n";
    }
    foreach (array_diff($right, $left) as $line) {
        echo "only in {$rightName}: {$line}\n";
    }
}
