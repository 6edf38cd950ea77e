<?php

declare(strict_types=1);

foreach (['eventually', 'at_the_end', 'Admin', 'Gearmand', 'resources'] as $file) {
    require __DIR__ . "/../../php-tests/support/{$file}.php";
}
require __DIR__ . '/../../php-tests/apps/Fpm.php';
foreach (['commands', 'text', 'measure', 'rows', 'chart'] as $file) {
    require __DIR__ . "/{$file}.php";
}
spl_autoload_register(fn (string $class) => require __DIR__ . "/{$class}.php");
