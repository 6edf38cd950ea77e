<?php

// What composer would do for the packages here, for tests that have the frameworks from Debian's packages.

declare(strict_types=1);

/** @param array<string, string> $folders PSR-4: what follows a prefix is a file in its folder, below integrations/ */
function autoload_from(array $folders): void
{
    spl_autoload_register(static function (string $class) use ($folders): void {
        foreach ($folders as $prefix => $folder) {
            $file = dirname(__DIR__) . "/{$folder}/" . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
            if (str_starts_with($class, $prefix) && is_file($file)) {
                require $file;
                return;
            }
        }
    });
}

autoload_from(['GearmanRs\\Queue\\' => 'queue/src', 'GearmanRs\\Integrations\\' => 'support']);

foreach (['at_the_end', 'eventually', 'Admin', 'Gearmand'] as $support) {
    require_once __DIR__ . "/../../php-tests/support/{$support}.php";
}
