<?php

declare(strict_types=1);

require_once __DIR__ . '/../../support/autoload.php';

autoload_from([
    'GearmanRs\\Messenger\\Tests\\' => 'messenger/tests',
    'GearmanRs\\Messenger\\' => 'messenger/src',
    'App\\' => 'messenger/tests/App/src',
]);

foreach (['Bundle/FrameworkBundle', 'Component/Console', 'Component/Messenger', 'Component/Yaml'] as $part) {
    require_once "Symfony/{$part}/autoload.php";
}

// Symfony asks it which packages there are; a project has it from composer.
require_once 'Composer/InstalledVersions.php';

if (getenv('APP_CACHE') === false) {
    // The applications of all tests are compiled once.
    $cache = sys_get_temp_dir() . '/messenger-' . bin2hex(random_bytes(8));
    mkdir("{$cache}/cache", 0700, true);
    putenv("APP_CACHE={$cache}");
    at_the_end(static fn () => exec('rm -rf ' . escapeshellarg($cache)));
}
