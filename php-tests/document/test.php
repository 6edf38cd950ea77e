<?php

// What php-tests/document/run does, inside the network that it made.

declare(strict_types=1);

require __DIR__ . '/../support/eventually.php';
require __DIR__ . '/../support/at_the_end.php';
require __DIR__ . '/../support/Admin.php';
require __DIR__ . '/../support/Gearmand.php';
require __DIR__ . '/Snippets.php';
require __DIR__ . '/MailQueue.php';

const DOCUMENT = '../shared/seed/php-gearman-queue.txt';
const PORT = 4730;

$passed = 0;
$failed = 0;

function test(string $what, callable $check): void
{
    global $passed, $failed;
    try {
        $check();
        $passed++;
        echo "ok      {$what}\n";
    } catch (Throwable $problem) {
        $failed++;
        echo "NOT OK  {$what}: {$problem->getMessage()}\n";
    } finally {
        Gearmand::killAll();
    }
}

function expect(mixed $expected, mixed $actual): void
{
    if ($expected !== $actual) {
        $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;
        throw new RuntimeException('expected ' . json_encode($expected, $flags) . ', got ' . json_encode($actual, $flags));
    }
}

test('a script is cut out byte for byte', function () {
    $text = "Prose.\n\n<?\n\$a = 1;\n\n# a note\n\nMore prose.\n<?\nf(\$a);\nThe end.";
    $expected = ['first' => "<?\n\$a = 1;\n\n# a note\n\n", 'second' => "<?\nf(\$a);\n"];
    expect($expected, Snippets::cut($text, ['first' => 'More prose.', 'second' => 'The end.']));
});

$document = dirname(__DIR__, 2) . '/' . DOCUMENT;
if (is_file($document)) {
    require __DIR__ . '/scripts.php';
    run_the_scripts(file_get_contents($document));
} else {
    echo 'The owner\'s document is not here (' . DOCUMENT . "), so its scripts were not run.\n";
}
echo "{$passed} passed, {$failed} failed\n";
exit($failed === 0 ? 0 : 1);
