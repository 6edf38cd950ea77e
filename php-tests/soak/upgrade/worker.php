<?php

// A worker from the module that is installed at the moment: php worker.php PORT FUNCTION LOG

declare(strict_types=1);

[, $port, $function, $log] = $argv;
$calls = [
    // Code of the module that may not have been read from its file before.
    static fn () => (new GearmanRs\Admin("127.0.0.1:{$port}"))->workers(),
    static fn () => count((new GearmanRs\Client())->doBackgroundMany('nowhere', [])),
    static fn () => serialize(new GearmanTask()),
    static fn () => GearmanRs\stats(),
];
$worker = new GearmanRs\Worker();
$worker->addServer('127.0.0.1', (int) $port);
$worker->addFunction($function, static function (GearmanJob $job) use ($calls, $log) {
    $calls[(int) $job->workload() % count($calls)]();
    file_put_contents($log, getmypid() . "\t{$job->workload()}\n", FILE_APPEND);
});
$worker->run();
