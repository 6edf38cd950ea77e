<?php

declare(strict_types=1);

require_once __DIR__ . '/../../support/autoload.php';

autoload_from([
    'GearmanRs\\Laravel\\Tests\\' => 'laravel/tests',
    'GearmanRs\\Laravel\\' => 'laravel/src',
    'App\\' => 'laravel/tests/App/src',
]);

/** That of Laravel reads .env with a package of its own. */
function env(string $name, mixed $default = null): mixed
{
    $value = getenv($name);
    return $value === false ? $default : $value;
}

foreach (['Bus', 'Cache', 'Config', 'Console', 'Container', 'Events', 'Queue', 'Support'] as $component) {
    require_once "Illuminate/{$component}/autoload.php";
}
