<?php

// Promise 1: every acknowledged job is done, every result reaches the call that asked for it, and while one server
// answers, every submission is taken soon.

declare(strict_types=1);

require __DIR__ . '/support.php';
foreach (['Proxy', 'Traffic', 'Site', 'Ledger', 'clients', 'workers', 'Fleet', 'Chaos'] as $part) {
    require __DIR__ . "/jobs/{$part}.php";
}

$folder = soak_folder();
$function = unique_name('soak');
$sites = [new Site("{$folder}/queue-0"), new Site("{$folder}/queue-1")];
touch("{$folder}/done");
foreach (['one', 'tasks', 'non-blocking', 'many'] as $client) {
    touch(Ledger::path($folder, $client));
}
// A third takes connections and never says a word.
$hung = Gearmand::start();
$hung->hang();
$began = microtime(true);
$fleet = new Fleet($folder, $function, [$sites[0]->proxy->port, $hung->port, $sites[1]->proxy->port]);
$chaos = new Chaos($sites, $fleet, $function);
$measured = $chaos->rage(share_of(100, 2));

$clientEnds = $fleet->stopClients();
eventually('every job is done', function () use ($fleet, $sites, $function) {
    $fleet->look();
    return array_sum(array_map(fn (Site $site) => $site->server->admin->queue($function)['jobs'], $sites)) === 0;
}, SOAK_SECONDS);
$workerEnds = $fleet->stopWorkers();

$lines = ['acknowledged' => [], 'refused' => [], 'result' => [], 'foreign' => [], 'lost' => [], 'call' => []];
foreach ($fleet->ledgers() as $ledger) {
    foreach (file($ledger, FILE_IGNORE_NEW_LINES) as $line) {
        $fields = explode("\t", $line);
        $lines[array_shift($fields)][] = $fields;
    }
}
$acknowledged = array_column($lines['acknowledged'], 0);
$background = array_filter($acknowledged, fn (string $name) => !str_starts_with($name, 'task '));
$tasks = array_map(fn (string $name) => substr($name, strlen('task ')), array_diff($acknowledged, $background));
$ended = array_merge(...array_map(fn (string $end) => array_column($lines[$end], 0), ['result', 'foreign', 'lost']));
$named = array_merge(array_values($background), array_map(fn (int $number) => "yard-{$number}", range(1, $measured)));
$done = array_flip(file("{$folder}/done", FILE_IGNORE_NEW_LINES));
$missing = array_values(array_filter($named, fn (string $name) => !isset($done[$name])));
$slowest = max(array_column($lines['acknowledged'], 1));
$longest = max(array_column($lines['call'], 0));
// What this machine, with all that runs on it, took for the same over a plain socket, and a call may meet that twice.
$allowance = 3 * $chaos->slowest;

$verdicts = new Verdicts();
$verdicts->check('every acknowledged job was done', [], $missing);
$verdicts->check('no result reached another call', [], $lines['foreign']);
$verdicts->check('every result came from a job that was done', [], array_values(array_filter(
    array_column($lines['result'], 0), fn (string $name) => !isset($done[$name]),
)));
$verdicts->check('every acknowledged task has ended', [], array_values(array_diff($tasks, $ended)));
$verdicts->check('no foreground job was lost but with its server, or by its timeout', [], array_values(array_filter(
    $lines['lost'], fn (array $lost) => !in_array((int) $lost[1], [GEARMAN_LOST_CONNECTION, GEARMAN_TIMEOUT], true),
)));
$verdicts->check('while one server answered, no submission failed', [], $lines['refused']);
$verdicts->check('no process died or ended that was not to', [[], [], []], [$fleet->unexpected, $clientEnds, $workerEnds]);
$verdicts->check_at_most('seconds until a submission was acknowledged', 2.5 + $allowance, (float) $slowest);
$verdicts->check_at_most('seconds of silence in a call of 3 s', 4.0 + $allowance, (float) $longest);
$verdicts->end(sprintf(
    '%.0f s, %d + %d SIGKILLs of gearmand, %d of workers, %d workers stopped, %d exits in callbacks; %s jobs acknowledged, '
    . '%d lost; %s results, %d to the wrong call; %d foreground jobs lost with their server; %d submissions failed; '
    . 'slowest submission %.2f s, a plain socket to the other server %.2f s',
    microtime(true) - $began, $sites[0]->kills, $sites[1]->kills, $fleet->killed, $fleet->stops, $fleet->exited,
    number_format(count($named)), count($missing), number_format(count($lines['result'])), count($lines['foreign']), count($lines['lost']),
    count($lines['refused']), $slowest, $chaos->slowest,
));
