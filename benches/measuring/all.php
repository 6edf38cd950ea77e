<?php

declare(strict_types=1);

foreach (['eventually', 'at_the_end', 'Admin', 'Gearmand', 'resources'] as $file) {
    require __DIR__ . "/../../php-tests/support/{$file}.php";
}
require __DIR__ . '/../../php-tests/apps/Fpm.php';
foreach (['commands', 'text', 'measure', 'rows', 'chart'] as $file) {
    require __DIR__ . "/{$file}.php";
}
// What went wrong is in the message; a trace of these programs says nothing more.
set_exception_handler(function (Throwable $failure) {
    fwrite(STDERR, $failure::class . ": {$failure->getMessage()}\n");
    exit(1);
});
spl_autoload_register(fn (string $class) => require __DIR__ . "/{$class}.php");
