<?php

// Promise 6: a minute for each target of fuzz/, begun with the corpus of the repository.

declare(strict_types=1);

require __DIR__ . '/support.php';

putenv('SECONDS_EACH=' . share_of(60));
exec(escapeshellarg(dirname(__DIR__, 2) . '/scripts/fuzz') . ' 2>&1', $lines, $status);
if ($status === 77) {
    echo implode("\n", $lines), "\n";
    exit(77);
}
$verdicts = new Verdicts();
$inputs = [];
foreach ($lines as $line) {
    if (preg_match('/^ok    (\w+): (\d+) inputs/', $line, $match)) {
        $verdicts->check("{$match[1]} has kept its rules", true, true);
        $inputs[] = "{$match[1]} " . number_format((int) $match[2]);
    } elseif (str_starts_with($line, 'FAIL')) {
        $verdicts->check(substr($line, 6), 'no failure', 'a failure');
    }
}
$verdicts->check('every target was run', count(glob(dirname(__DIR__, 2) . '/fuzz/fuzz_targets/*.rs')), count($inputs));
$verdicts->end('inputs without a failure: ' . implode(', ', $inputs));
