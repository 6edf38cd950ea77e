<?php

// Promise 3: pages in php-fpm lose no job and leave no connection, through a reload of php-fpm and a restart of gearmand.

declare(strict_types=1);

require __DIR__ . '/support.php';
require __DIR__ . '/../apps/Fpm.php';
require __DIR__ . '/../apps/page_worker.php';
require __DIR__ . '/pages/FastCgi.php';

const PAGE_PROCESSES = 4;

/** Asks for pages one after the other, and writes down how each went: the job, from when to when, and its code. */
function ask_for_pages(FastCgi $fpm, int $port, string $log, string $prefix, int $count): void
{
    $file = fopen($log, 'a');
    for ($number = 1; $number <= $count; $number++) {
        $name = "{$prefix}-{$number}";
        $began = microtime(true);
        $page = $fpm->ask(['port' => (string) $port, 'method' => 'doBackground', 'function' => 'record', 'workload' => $name]);
        $code = json_decode((string) $page, true)['code'] ?? 'no answer: ' . strtr((string) $page, "\n\t", '  ');
        fwrite($file, "{$name}\t{$began}\t" . microtime(true) . "\t{$code}\n");
    }
}

/** @return list<array{name: string, began: float, ended: float, code: string}> */
function pages_in(string $folder): array
{
    $pages = [];
    foreach (glob("{$folder}/pages-*") as $log) {
        foreach (file($log, FILE_IGNORE_NEW_LINES) as $line) {
            $pages[] = array_combine(['name', 'began', 'ended', 'code'], explode("\t", $line, 4));
        }
    }
    return $pages;
}

function soak_pages(Verdicts $verdicts, bool $persistent, int $requests): string
{
    $folder = soak_folder();
    $module = getenv('MODULE');
    $gearmand = Gearmand::start('-q', 'libsqlite3', '--libsqlite3-db', "{$folder}/queue");
    touch("{$folder}/recorded");
    $worker = start_page_worker($gearmand, $folder);
    at_the_end(static fn () => proc_terminate($worker, SIGKILL));
    $fpm = new Fpm($folder, $module, ['gearman.persistent' => (int) $persistent], PAGE_PROCESSES);
    at_the_end($fpm->stop(...));
    $web = new FastCgi("{$folder}/fpm.sock", realpath(__DIR__ . '/../apps/web/index.php'));
    $each = intdiv($requests, PAGE_PROCESSES);
    $asking = array_map(fn (int $number) => soak_child(
        fn () => ask_for_pages($web, $gearmand->port, "{$folder}/pages-{$number}", "page-{$number}", $each),
    ), range(1, PAGE_PROCESSES));

    eventually('a third of the pages were asked for', fn () => count(pages_in($folder)) >= $each * PAGE_PROCESSES / 3, SOAK_SECONDS);
    $before = $fpm->children();
    $fpm->reload();
    eventually('php-fpm has new children', fn () => array_intersect($before, $fpm->children()) === []);
    $fpm->wait_until_ready();
    eventually('two thirds were', fn () => count(pages_in($folder)) >= 2 * $each * PAGE_PROCESSES / 3, SOAK_SECONDS);
    $outage = [microtime(true)];
    $gearmand->restart();
    $outage[] = microtime(true);
    $ends = array_map(static fn (Child $child) => $child->wait(SOAK_SECONDS), $asking);

    $pages = pages_in($folder);
    $failed = array_filter($pages, static fn (array $page) => $page['code'] !== '0');
    $unexplained = array_filter($failed, static fn (array $page) => $page['began'] > $outage[1] || $page['ended'] < $outage[0]);
    $acknowledged = array_column(array_filter($pages, static fn (array $page) => $page['code'] === '0'), 'name');
    eventually('the worker has done the jobs', fn () => $gearmand->admin->queue('record')['jobs'] === 0);
    $missing = array_diff($acknowledged, file("{$folder}/recorded", FILE_IGNORE_NEW_LINES));
    $kind = $persistent ? 'persistent connections' : 'a connection for each page';
    // Each process holds the socket it listens on and, with persistent connections, one to the server.
    $most = PAGE_PROCESSES * ($persistent ? 2 : 1);
    $verdicts->check("{$kind}: every page was asked for", [PAGE_PROCESSES * $each, array_fill(0, PAGE_PROCESSES, 'exit 0')], [count($pages), $ends]);
    $verdicts->check("{$kind}: no acknowledged job was lost", [], array_values($missing));
    $verdicts->check("{$kind}: pages failed only while gearmand was away", [], array_values($unexplained));
    $verdicts->check_at_most("{$kind}: sockets of php-fpm at the end", $most, $fpm->settled_sockets(static fn (int $now) => $now <= $most));
    $verdicts->check("{$kind}: no child crashed", 0, preg_match('/exited on signal|SIGSEGV|SIGABRT/', $fpm->log()));
    return sprintf('%s: %d pages, %d jobs acknowledged, %d lost, %d pages failed in an outage of %.2f s, %d sockets left over',
        $kind, count($pages), count($acknowledged), count($missing), count($failed), $outage[1] - $outage[0], max(0, $fpm->sockets() - $most));
}

$verdicts = new Verdicts();
$requests = share_of(20_000, 800);
$verdicts->end(soak_pages($verdicts, false, $requests) . '; ' . soak_pages($verdicts, true, $requests));
