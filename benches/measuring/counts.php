<?php

// Counts instructions per call and holds them against their budgets: php -n counts.php OURS THEIRS HOLD
// THEIRS may be '' and is not counted then; with HOLD=1 what is counted becomes the budget.

declare(strict_types=1);

require __DIR__ . '/all.php';

/** More than the budget by this is too much: processors choose different memcpys. */
const TOLERANCE = 1.10;
/** Answers come together or apart, as it happens. So what is over its budget is counted again, and the least counts. */
const ATTEMPTS = 3;
/** On a busy machine gearmand may be silent for a while; that is not what is tested here. */
const PATIENCE = ['gearman.connect_timeout' => 60_000];
const WARMUP = 30;
const FEW = 50;
const MANY = 450;

/** What each row is called, by its load. */
const ROWS = [
    'ping' => 'ping 64 B',
    'background' => 'doBackground 64 B',
    'normal' => 'doNormal 64 B, the client',
    'work' => 'work(), draining',
    'tasks' => 'addTask + runTasks, the client',
    'tasks-background' => 'addTaskBackground + runTasks',
    'connect' => 'new client + addServer + doBackground',
    'returnCode' => 'returnCode()',
];

/** The difference between many calls and few is free of everything that happens once. */
function per_call(Implementation $implementation, string $load, Gearmand $server): int
{
    static $number = 0;
    $function = "count-{$load}-" . ++$number;
    $calls = array_map('strval', [WARMUP, FEW, MANY]);
    if ($load === 'work') {
        output_of($implementation->load('tasks-background', $server->port, $function, array_sum($calls), 0, 64));
    }
    $worker = null;
    if ($load === 'normal' || $load === 'tasks') {
        $worker = new Background($implementation->worker($server->port, $function));
        eventually('the worker is there', fn () => $server->admin->queue($function)['workers'] === 1);
    }
    [, , $few, $many] = Callgrind::run(
        $implementation->php(Implementation::measured('count.php'), $load, (string) $server->port, $function, ...$calls),
    );
    $worker?->stop();
    return intdiv($many - $few, MANY - FEW);
}

[, $ours, $theirs, $hold] = $argv;
$budgets = Budgets::read(dirname(__DIR__) . '/counts.toml');
$implementations = array_filter([
    'gearman_rs' => Implementation::module('gearman_rs', $ours)->with(PATIENCE),
    'php-gearman' => $theirs === '' ? null : Implementation::module('php-gearman', $theirs),
]);
$server = Gearmand::start();
$line = fn (string $label, string|int ...$cells) => padded($label, 40)
    . implode('', array_map(fn (string|int $cell) => padded(is_int($cell) ? number_format($cell) : $cell, -13), $cells));

echo $line('instructions per call', ...array_keys($implementations), ...['budget', 'target']), "\n";
$failed = 0;
foreach (ROWS as $load => $label) {
    $counts = array_map(fn (Implementation $who) => per_call($who, $load, $server), $implementations);
    $is_over = fn (int $count) => $count > $budgets->of($load)['budget'] * TOLERANCE;
    for ($attempt = 1; $attempt < ATTEMPTS && ($hold === '1' || $is_over($counts['gearman_rs'])); $attempt++) {
        $counts['gearman_rs'] = min($counts['gearman_rs'], per_call($implementations['gearman_rs'], $load, $server));
    }
    if ($hold === '1') {
        $budgets->hold($load, $counts['gearman_rs']);
    }
    ['budget' => $budget, 'target' => $target] = $budgets->of($load);
    $too_many = $is_over($counts['gearman_rs']);
    $failed += (int) $too_many;
    echo $line($label, ...[...array_values($counts), $budget, $target]), $too_many ? '  TOO MANY' : '', "\n";
}
echo count(ROWS) - $failed, " passed, {$failed} failed\n";
exit($failed === 0 ? 0 : 1);
