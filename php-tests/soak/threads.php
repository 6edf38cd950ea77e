<?php

// Promise 4: threads of one process, each a client or a worker, and what they fork.
// SANITIZER=thread: under ThreadSanitizer only; otherwise a full run is made without it and then with it.

declare(strict_types=1);

require __DIR__ . '/support.php';
require __DIR__ . '/threads/Program.php';

$isShort = (float) (getenv('SOAK_SHARE') ?: '1') < 1;
$verdicts = new Verdicts();
$figures = [];
foreach (getenv('SANITIZER') === 'thread' ? [true] : ($isShort ? [false] : [false, true]) as $isSanitized) {
    $program = Program::build($isSanitized, onlyHad: $isShort);
    if ($program instanceof Program) {
        $figures[] = $program->prove($verdicts);
    } elseif ($figures !== []) {
        $figures[] = "ThreadSanitizer {$program}";
    } else {
        echo "{$program}\n";
        exit(77);
    }
}
$verdicts->end(implode('; ', $figures));
