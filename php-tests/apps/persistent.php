<?php

// Persistent connections in a php-fpm that is reloaded, to a gearmand that is killed and comes back with its queue.

declare(strict_types=1);

const RELOADS = 2;
const RESTARTS = 2;

function check_persistent_connections(string $module, int $requests): void
{
    $folder = sys_get_temp_dir() . '/fpm-' . bin2hex(random_bytes(8));
    mkdir($folder, 0700);
    $gearmand = Gearmand::start('-q', 'libsqlite3', '--libsqlite3-db', "{$folder}/queue");
    $worker = start_page_worker($gearmand, $folder);
    $fpm = new Fpm($folder, $module, ['gearman.persistent' => 1]);
    register_shutdown_function(stop_pages(...), $fpm, $worker, $folder);

    // Evenly spread, and never two of them at once.
    $interruptions = RELOADS + RESTARTS;
    $acknowledged = $connections = [];
    $answered = 0;
    for ($part = 0; $part <= $interruptions; $part++) {
        $first = intdiv($requests * $part, $interruptions + 1);
        $names = array_map(fn (int $number) => "job {$number}", range($first, intdiv($requests * ($part + 1), $interruptions + 1) - 1));
        $last = array_splice($names, -2);
        foreach ([...array_chunk($names, 2), $last] as $pair) {
            $sent = array_map(fn (string $name) => [$name, $fpm->send([
                'port' => (string) $gearmand->port, 'method' => 'doBackground', 'function' => 'record', 'workload' => $name,
                'connections' => '1',
            ])], $pair);
            // In the middle of two pages.
            if ($pair === $last && $part < $interruptions) {
                $part % 2 === 0 ? reload($fpm) : $gearmand->restart();
            }
            foreach ($sent as [$name, $request]) {
                $answer = json_decode($fpm->answer($request), true);
                $answered += (int) ($answer !== null);
                if (($answer['code'] ?? null) === 0) {
                    $acknowledged[] = $name;
                    array_push($connections, ...$answer['connections']);
                }
            }
        }
    }
    $used = count(array_unique($connections));
    $most = 2 * (1 + $interruptions);
    echo "      {$requests} pages, {$answered} answered, ", count($acknowledged), " jobs acknowledged, {$used} connections\n";
    check('with persistent connections all but the pages that were interrupted queue their job', true, count($acknowledged) >= $requests - 2 * $interruptions);
    check('each of them had one connection', count($acknowledged), count($connections));
    check('no more connections were made than there were processes and servers', true, $used >= 2 && $used <= $most);
    eventually('the worker has done the jobs', fn () => $gearmand->admin->queue('record')['jobs'] === 0);
    $recorded = file("{$folder}/recorded", FILE_IGNORE_NEW_LINES);
    check('no acknowledged job was lost', [], array_values(array_diff($acknowledged, $recorded)));
    check('a page that ends with exit() keeps its connection clean', 0, json_decode($fpm->ask([
        'port' => (string) $gearmand->port, 'method' => 'doBackground', 'function' => 'record', 'workload' => 'exit', 'exit' => '1',
    ]), true)['code'] ?? null);
    check('no child of php-fpm crashed', 0, preg_match('/exited on signal|SIGSEGV|SIGABRT/', $fpm->log()));
}

/** Asks for a reload and waits until it is done. */
function reload(Fpm $fpm): void
{
    $before = $fpm->children();
    $fpm->reload();
    eventually('php-fpm has new children', fn () => array_intersect($before, $fpm->children()) === []);
    $fpm->wait_until_ready();
}
