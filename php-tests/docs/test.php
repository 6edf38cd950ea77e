<?php

// What php-tests/docs/run does, inside the network that it made and with the module loaded.

declare(strict_types=1);

require __DIR__ . '/../support/eventually.php';
require __DIR__ . '/../support/at_the_end.php';
require __DIR__ . '/../support/Admin.php';
require __DIR__ . '/../support/Gearmand.php';
require __DIR__ . '/Page.php';
require __DIR__ . '/Workshop.php';
require __DIR__ . '/names.php';

$refused = getenv('NETWORK_REFUSED');
if ($refused !== false) {
    fwrite(STDERR, "this machine allows networks, but not here: {$refused}\n");
    exit(1);
}
if (getenv('PRIVATE_NETWORK') === false) {
    echo "not run: this machine allows no network of our own\n";
    exit(77);
}

$passed = 0;
$failed = 0;

function test(string $what, callable $check): void
{
    global $passed, $failed;
    try {
        $check();
        $passed++;
    } catch (Throwable $problem) {
        $failed++;
        echo "NOT OK  {$what}: {$problem->getMessage()}\n";
    }
}

/** Whether a text is as expected, where … stands for anything. */
function is_like(string $expected, string $text): bool
{
    $form = implode('.*?', array_map(fn (string $part) => preg_quote($part, '~'), explode('…', trim($expected))));
    return preg_match("~^{$form}$~s", trim($text)) === 1;
}

function try_listings(Page $page, string $module): void
{
    $listings = $page->listings();
    if (array_filter($listings, fn (Listing $listing) => $listing->language === 'php' || $listing->kind === 'run') === []) {
        return;
    }
    $workshop = new Workshop($module);
    foreach ($listings as $number => $listing) {
        $next = $listings[$number + 1] ?? null;
        $expected = $next?->kind === 'output' ? $next->text : null;
        match ($listing->kind) {
            'file' => $workshop->keep($listing->values[0], $listing->text),
            'run' => test($listing->place(), function () use ($workshop, $listing, $expected) {
                $output = $workshop->run($listing);
                if ($expected === null ? Workshop::isComplaint($output) : !is_like($expected, $output)) {
                    throw new RuntimeException("it printed:\n{$output}");
                }
            }),
            'worker' => test($listing->place(), function () use ($workshop, $listing) {
                $result = $workshop->answer($listing);
                is_like($listing->values[3], $result) || throw new RuntimeException("it answered: {$result}");
            }),
            default => $listing->language !== 'php' || test($listing->place(), fn () => $workshop->parse($listing)),
        };
    }
    $workshop->end();
}

[, $module] = $argv;
$wanted = array_slice($argv, 2);
$pages = Page::all();
compare_names($pages);
foreach ($pages as $page) {
    if ($wanted === [] || in_array($page->name, $wanted, true)) {
        try_listings($page, $module);
    }
}
echo "{$passed} passed, {$failed} failed\n";
exit($failed === 0 ? 0 : 1);
