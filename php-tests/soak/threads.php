<?php

// Promise 4: threads of one process, each a client or a worker, and what they fork.

declare(strict_types=1);

require __DIR__ . '/support.php';

const CLIENTS = 4;
const WORKERS = 4;

$isShort = (float) (getenv('SOAK_SHARE') ?: '1') < 1;
exec(escapeshellarg(dirname(__DIR__) . '/threads/build') . ($isShort ? ' --had' : ''), $built, $status);
if ($status === 77) {
    echo "not run: there is no PHP of this series that programs can embed (EMBED=1 php-tests/debug-php/build)\n";
    exit(77);
}
[$program, $module] = $built;
$server = Gearmand::start();
$function = unique_name('threads');
$seconds = share_of(60, 2);
$folder = dirname(__DIR__) . '/threads';
$process = proc_open(
    [$program, (string) $seconds, "extension={$module}\nhtml_errors=0\ndisplay_errors=1\n",
        ...array_fill(0, CLIENTS, "{$folder}/client.php"), ...array_fill(0, WORKERS, "{$folder}/worker.php")],
    [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
    $pipes,
    null,
    ['PORT' => (string) $server->port, 'FUNCTION' => $function] + getenv(),
);
$lines = explode("\n", trim((string) stream_get_contents($pipes[1])));
$end = eventually('the program ends', static function () use ($process) {
    $status = proc_get_status($process);
    return $status['running'] ? null : $status;
});
$sums = ['client' => [0, 0, 0], 'worker' => [0, 0, 0]];
$other = [];
foreach ($lines as $line) {
    if (preg_match('/^(client|worker) (\d+) (\d+)$/', $line, $match)) {
        $sums[$match[1]] = [$sums[$match[1]][0] + 1, $sums[$match[1]][1] + (int) $match[2], $sums[$match[1]][2] + (int) $match[3]];
    } elseif ($line !== '') {
        $other[] = $line;
    }
}
$verdicts = new Verdicts();
$verdicts->check('the program ended well', [0, false], [$end['exitcode'], $end['signaled']]);
$verdicts->check('nothing else was said', [], array_slice($other, 0, 20));
$verdicts->check('every result was right, in threads and in children', 0, $sums['client'][2]);
$verdicts->check('clients and workers have run', true, $sums['client'][0] > 0 && $sums['worker'][1] > 0);
$verdicts->end(sprintf(
    '%d threads of one process for %d s; %d requests of clients with %s results and a fork each, %d wrong; %d requests of workers with %s jobs; ThreadSanitizer: not run',
    CLIENTS + WORKERS, $seconds, $sums['client'][0], number_format($sums['client'][1]), $sums['client'][2], $sums['worker'][0], number_format($sums['worker'][1]),
));
