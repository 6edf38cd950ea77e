<?php

declare(strict_types=1);

require __DIR__ . '/../support/all.php';
require __DIR__ . '/Fpm.php';
require __DIR__ . '/page_worker.php';
require __DIR__ . '/persistent.php';

const REQUESTS = 60;

function check(string $what, mixed $expected, mixed $actual): void
{
    global $passed, $failed;
    if ($expected === $actual) {
        $passed++;
        echo "ok    {$what}\n";
        return;
    }
    $failed++;
    echo "FAIL  {$what}\n      expected ", json_encode($expected), "\n      got      ", json_encode($actual), "\n";
}

function comes_to(int $sockets, Fpm $fpm): int
{
    return $fpm->settled_sockets(static fn (int $now) => $now === $sockets);
}

/** @param resource $worker */
function stop_pages(Fpm $fpm, $worker, string $folder): void
{
    $fpm->stop();
    proc_terminate($worker, 9);
    array_map('unlink', glob("{$folder}/*"));
    rmdir($folder);
}

/** Two requests at a time, so that both children work. */
function ask_many(Fpm $fpm, array $queries): array
{
    $answers = [];
    foreach (array_chunk($queries, 2) as $pair) {
        $sent = array_map($fpm->send(...), $pair);
        array_push($answers, ...array_map(fn (array $request) => json_decode($fpm->answer($request), true), $sent));
    }
    return $answers;
}

$module = realpath(getenv('MODULE') ?: dirname(__DIR__, 2) . '/modules/gearman_rs.so');
if ($module === false) {
    fwrite(STDERR, "php-tests/apps/run: the module is missing; run make build\n");
    exit(2);
}
putenv("GEARMAN_TEST_EXTENSIONS={$module}");
$folder = sys_get_temp_dir() . '/fpm-' . bin2hex(random_bytes(8));
mkdir($folder, 0700);
$passed = $failed = 0;

$gearmand = Gearmand::start();
$worker = start_page_worker($gearmand, $folder);
$fpm = new Fpm($folder, $module);
register_shutdown_function(stop_pages(...), $fpm, $worker, $folder);
$port = (string) $gearmand->port;

$workloads = array_map(fn (int $i) => "workload {$i}", range(1, REQUESTS));
$answers = ask_many($fpm, array_map(
    fn (string $workload) => ['port' => $port, 'method' => 'doNormal', 'function' => 'reverse', 'workload' => $workload],
    $workloads,
));
check(REQUESTS . ' pages get the result of their own job', array_map('strrev', $workloads), array_column($answers, 'result'));
$seen = array_values(array_unique(array_column($answers, 'process')));
sort($seen);
check('both children of php-fpm answered', $fpm->children(), $seen);

check('no connection outlives a page that waited for a result', 2, comes_to(2, $fpm));
$answers = ask_many($fpm, array_map(
    fn (string $workload) => ['port' => $port, 'method' => 'doBackground', 'function' => 'record', 'workload' => $workload],
    $workloads,
));
check(REQUESTS . ' background jobs are accepted', array_fill(0, REQUESTS, 0), array_column($answers, 'code'));
eventually('the worker has done the background jobs', fn () => $gearmand->admin->queue('record')['jobs'] === 0);
$recorded = file("{$folder}/recorded", FILE_IGNORE_NEW_LINES);
sort($recorded);
$sorted = $workloads;
sort($sorted);
check('each background job ran once', $sorted, $recorded);

$page = ['port' => $port, 'method' => 'doNormal', 'function' => 'reverse', 'workload' => 'abc'];
check('a page that ends with exit() answers', 'cba', json_decode($fpm->ask([...$page, 'exit' => '1']), true)['result'] ?? null);

check('no connection outlives a page that ended with exit()', 2, comes_to(2, $fpm));

$gearmand->restart();
check('pages work after a restart of gearmand', ['cba', 'cba'], array_column(ask_many($fpm, [$page, $page]), 'result'));

$answer = $fpm->ask([...$page, 'port' => '1']);
check('a page without gearmand gets an exception', true, str_contains($answer, 'Uncaught GearmanException'));
$answer = $fpm->ask([...$page, 'port' => '1', 'lazy' => '1']);
check('a page that asks for none gets a warning and goes on', true, str_contains($answer, 'doNormal(GEARMAN_COULD_NOT_CONNECT) 127.0.0.1:1: ') && str_contains($answer, '"code":26'));

$before = $fpm->children();
$held = $fpm->send(['port' => $port, 'method' => 'doNormal', 'function' => 'hold', 'workload' => "{$folder}/release"]);
eventually('the held job runs', fn () => $gearmand->admin->queue('hold')['running'] === 1);
$fpm->reload();
eventually('php-fpm is reloading', fn () => str_contains($fpm->log(), 'Reloading in progress'));
touch("{$folder}/release");
check('a page that waits for its job survives a reload of php-fpm', 'released', json_decode($fpm->answer($held), true)['result'] ?? null);
eventually('php-fpm has new children', fn () => array_intersect($before, $fpm->children()) === []);
$fpm->wait_until_ready();
check('pages work after a reload of php-fpm', 'cba', json_decode($fpm->ask($page), true)['result'] ?? null);

check('no child of php-fpm crashed', 0, preg_match('/exited on signal|SIGSEGV|SIGABRT/', $fpm->log()));

check_persistent_connections($module, (int) (getenv('PERSISTENT_REQUESTS') ?: 300));

echo "{$passed} passed, {$failed} failed\n";
exit($failed === 0 ? 0 : 1);
