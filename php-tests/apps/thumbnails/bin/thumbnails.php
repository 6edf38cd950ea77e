<?php

// php bin/thumbnails.php SERVERS FUNCTION FACTOR PICTURE...

declare(strict_types=1);

use Thumbnails\Batch;
use Thumbnails\ProgressBar;

require __DIR__ . '/../vendor/autoload.php';

[, $servers, $function, $factor] = $argv;
$bar = new ProgressBar(STDOUT);
$batch = new Batch($servers, $function, $bar);
foreach (array_slice($argv, 4) as $picture) {
    $batch->add($picture, "{$picture}.thumbnail", (int) $factor);
}
$batch->run();
$bar->end();
echo count($batch->made), " made\n";
foreach ($batch->failed as $why) {
    echo "{$why}\n";
}
exit($batch->failed === [] ? 0 : 1);
