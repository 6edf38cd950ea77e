<?php

declare(strict_types=1);

require_once __DIR__ . '/Listing.php';

/**
 * A page of the documentation.
 *
 * Every fenced block has a mark, a comment on the line above it, which says who runs it:
 *
 *   run                          PHP, sh or ini: it runs to its end and says nothing that is not expected
 *   run with client              the same with $client, $worker or $admin there already; `as client.php` keeps the file
 *   worker: FUNCTION WORK = RES  a script that goes on: it is started, and has to answer this job
 *   file worker.php              kept under this name for the listings that follow
 *   output                       what the listing before it prints; … stands for anything
 *   part of FILE                 lines of a file that is tested itself
 *   tested by FILE: NEEDLE       another test runs it: the file holds the needle
 *   elsewhere: WHY               it needs another system
 */
final class Page
{
    public readonly string $text;

    public function __construct(public readonly string $name)
    {
        $this->text = file_get_contents(self::root() . "/{$name}");
    }

    public static function root(): string
    {
        return dirname(__DIR__, 2);
    }

    /** @return list<self> README.md and what is in docs/ */
    public static function all(): array
    {
        $names = array_map(fn (string $file) => 'docs/' . basename($file), glob(self::root() . '/docs/*.md'));
        return array_map(fn (string $name) => new self($name), ['README.md', ...$names]);
    }

    /** @return list<Listing> */
    public function listings(): array
    {
        $lines = explode("\n", $this->text);
        $listings = [];
        for ($begin = 0; $begin < count($lines); $begin++) {
            if (!preg_match('/^```(\w*)$/', $lines[$begin], $fence)) {
                continue;
            }
            for ($end = $begin + 1; $lines[$end] !== '```'; $end++);
            $text = implode("\n", array_slice($lines, $begin + 1, $end - $begin - 1)) . "\n";
            $mark = preg_match('/^<!-- (.*) -->$/', $lines[$begin - 1], $comment) ? $comment[1] : '';
            $listings[] = Listing::marked($this->name, $begin + 1, $fence[1], $text, $mark);
            $begin = $end;
        }
        return $listings;
    }

    /** The page without its fenced blocks and comments. */
    public function prose(): string
    {
        return preg_replace(['/^```.*?^```$/ms', '/<!--.*?-->/s'], '', $this->text);
    }

    /** @return list<string> what stands in `backquotes` */
    public function codes(): array
    {
        preg_match_all('/(`+)(?! )(.+?)(?<! )\1(?!`)|`` (.+?) ``/', $this->prose(), $codes, PREG_SET_ORDER);
        return array_map(fn (array $code) => strtr($code[3] ?? $code[2], ['\|' => '|']), $codes);
    }

    /**
     * The rows of the table whose head begins with these words, without it.
     *
     * @return list<list<string>>
     */
    public function table(string $head): array
    {
        $rows = [];
        foreach (preg_split('/\n{2,}/', $this->prose()) as $block) {
            $lines = explode("\n", trim($block));
            if (str_starts_with($lines[0], "| {$head} ")) {
                foreach (array_slice($lines, 2) as $line) {
                    $cells = preg_split('/(?<!\\\\)\|/', trim($line, '|'));
                    $rows[] = array_map(fn (string $cell) => trim(strtr($cell, ['\|' => '|'])), $cells);
                }
            }
        }
        return $rows;
    }

    /** @return list<string> the anchors of its headings, as GitHub makes them */
    public function anchors(): array
    {
        preg_match_all('/^#+ (.+)$/m', $this->prose(), $headings);
        return array_map(
            fn (string $heading) => strtr(preg_replace('/[^\w\- ]/u', '', strtolower($heading)), ' ', '-'),
            $headings[1],
        );
    }

    /** @return list<string> where its links lead, those to other sites left out */
    public function links(): array
    {
        preg_match_all('/\]\(([^)\s]+)\)/', $this->prose(), $links);
        return array_values(array_filter($links[1], fn (string $link) => !preg_match('~^https?://~', $link)));
    }
}
