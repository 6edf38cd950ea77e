<?php

declare(strict_types=1);

/** @return resource the process of a worker that does what pages queue */
function start_page_worker(Gearmand $gearmand, string $folder)
{
    $log = ['file', "{$folder}/worker.log", 'a'];
    $command = php_command(__DIR__ . '/worker.php', (string) $gearmand->port, $folder);
    return proc_open($command, [['file', '/dev/null', 'r'], $log, $log], $pipes);
}
