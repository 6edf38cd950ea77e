<?php

// php bin/supervisor.php HOW_MANY_WORKERS SERVERS QUEUE FOLDER

declare(strict_types=1);

use MailQueue\Supervisor;

require __DIR__ . '/../vendor/autoload.php';

[, $count, $servers, $queue, $folder] = $argv;
(new Supervisor([PHP_BINARY, __DIR__ . '/worker.php', $servers, $queue, $folder], (int) $count))->run();
