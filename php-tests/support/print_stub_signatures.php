<?php

// Run by PHP without the module: prints the signatures of the stubs as JSON.

declare(strict_types=1);

require __DIR__ . '/signatures.php';

$classes = get_declared_classes();
$functions = get_defined_functions()['user'];
require dirname(__DIR__, 2) . '/stubs/gearman.stub.php';
require dirname(__DIR__, 2) . '/stubs/gearman_rs.stub.php';

echo json_encode(signatures(
    array_map(fn ($name) => new ReflectionClass($name), array_diff(get_declared_classes(), $classes)),
    array_map(fn ($name) => new ReflectionFunction($name), array_diff(get_defined_functions()['user'], $functions)),
    get_defined_constants(true)['user'] ?? [],
));
