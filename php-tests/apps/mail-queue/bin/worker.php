<?php

// php bin/worker.php SERVERS QUEUE FOLDER

declare(strict_types=1);

use MailQueue\Queue;
use MailQueue\SpoolMailer;
use MailQueue\Worker;

require __DIR__ . '/../vendor/autoload.php';

[, $servers, $queue, $folder] = $argv;
$worker = new Worker($servers, $queue, new SpoolMailer($folder), new Queue($servers, $queue), new Queue($servers, "{$queue}.undeliverable"));
pcntl_async_signals(true);
pcntl_signal(SIGTERM, $worker->stop(...));
$worker->run();
