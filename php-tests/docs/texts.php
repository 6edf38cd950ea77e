<?php

declare(strict_types=1);

/** What the module says that is no complaint, and what is only said inside of another text. */
const NO_COMPLAINTS = [
    // phpinfo()
    'Default TCP Host', 'Default TCP Port', 'extension version', 'gearman support', 'libgearman version',
    'gearman_rs … (Rust, without libgearman)',
    // gearmand's commands
    'cancel job', 'create function', 'drop function', 'show jobs', 'show unique jobs',
    // looked for, or put together
    '(os error', '%s, %s given', 'a text', 'a line of text', 'no server',
];

/**
 * Every text of the module: the string literals of its source that have two words or more, with … for what is put in.
 *
 * @return list<string>
 */
function texts_of_the_source(): array
{
    $texts = [];
    $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator('src', FilesystemIterator::SKIP_DOTS));
    foreach ($files as $file) {
        $path = $file->getPathname();
        if (str_ends_with($path, '.rs') && !str_contains($path, '/tests') && !in_array($path, ['src/testing.rs', 'src/injected.rs'], true)) {
            // What only a build for tests has.
            $code = preg_replace('/^\s*crate::injected::panic_in\(".*"\);$/m', '', file_get_contents($path));
            array_push($texts, ...literals($code));
        }
    }
    $texts = array_unique(array_filter($texts, fn (string $text) => preg_match('/\pL{2} .*\pL|\pL .*\pL{2}/u', $text) === 1));
    sort($texts);
    return array_values(array_diff($texts, NO_COMPLAINTS));
}

/** @return list<string> */
function literals(string $code): array
{
    $code = preg_split('/^#\[cfg\(test\)\]\nmod tests? \{/m', $code)[0];
    // Comments and characters are taken out of the way: either may hold a quote.
    preg_match_all('~//[^\n]*|\'(?:\\\\.|[^\'\\\\])\'|"((?:\\\\.|[^"\\\\])*)"~s', $code, $found);
    return array_map(function (string $literal) {
        $text = strtr(preg_replace('/\\\\\n\s*/', '', $literal), ['\"' => '"', '\\\\' => '\\', '\r' => ' ', '\n' => ' ']);
        return trim(preg_replace(['/\{[^{}]*\}/', '/%s/'], '…', $text));
    }, $found[1]);
}

/**
 * What the page says of each text, in the first column of its tables: `the text` or several of them.
 *
 * @return list<string>
 */
function texts_of_the_page(Page $page): array
{
    $texts = [];
    foreach ($page->table('text') as [$cell]) {
        preg_match_all('/(`+)(?! )(.+?)(?<! )\1(?!`)|`` (.+?) ``/', $cell, $codes, PREG_SET_ORDER);
        array_push($texts, ...array_map(fn (array $code) => $code[3] ?? $code[2], $codes));
    }
    return $texts;
}

/** @param list<string> $texts @return iterable<string> */
function texts_without_a_row(array $texts, Page $page): iterable
{
    $rows = texts_of_the_page($page);
    foreach ($texts as $text) {
        if (array_filter($rows, fn (string $row) => holds($row, $text)) === []) {
            yield "no row for the text: {$text}";
        }
    }
}

/**
 * Rows that say more than the source does.
 *
 * @param list<string> $texts
 * @return iterable<string>
 */
function rows_without_a_text(array $texts, Page $page): iterable
{
    $texts = array_map(fn (string $text) => trim($text, '… :;'), [...$texts, ...WORDS_OF_THE_SYSTEM, ...NO_COMPLAINTS]);
    usort($texts, fn (string $a, string $b) => strlen($b) <=> strlen($a));
    $forms = array_map(fn (string $text) => '~' . form_of($text) . '~u', $texts);
    foreach (texts_of_the_page($page) as $row) {
        // Between two texts there may be such words.
        $rest = preg_replace('/\b(the|given|ms)\b/', '', preg_replace($forms, '|', $row));
        if (preg_match('/\pL{2}/u', $rest)) {
            yield "the source has no such text: {$row}";
        }
    }
}

/** What the operating system says in our texts. */
const WORDS_OF_THE_SYSTEM = [
    'connection refused', 'no route to host', 'too many open files', 'connection reset by peer', 'name or service not known',
];

function holds(string $row, string $text): bool
{
    return preg_match('~' . form_of($text) . '~u', $row) === 1;
}

function form_of(string $text): string
{
    return implode('.*?', array_map(fn (string $part) => preg_quote($part, '~'), explode('…', $text)));
}
