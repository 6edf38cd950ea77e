<?php

// php bin/worker.php SERVERS FUNCTION

declare(strict_types=1);

require __DIR__ . '/../vendor/autoload.php';

(new Thumbnails\Worker($argv[1], $argv[2]))->run();
