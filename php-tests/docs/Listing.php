<?php

declare(strict_types=1);

/** A fenced block of a page, with the mark on the line above it. */
final class Listing
{
    private const MARKS = [
        'run' => '/^run(?: with (client|worker|admin))?(?: as (\S+))?$/',
        'worker' => '/^worker(?: as (\S+))?: (\S+) (.*) = (.*)$/',
        'file' => '/^file (\S+)$/',
        'output' => '/^output$/',
        'part' => '/^part of (\S+)$/',
        'tested' => '/^tested by (\S+): (.+)$/',
        'elsewhere' => '/^elsewhere: (.+)$/',
    ];

    /** @param list<string> $values what the mark says besides its kind */
    private function __construct(
        public readonly string $page,
        public readonly int $line,
        public readonly string $language,
        public readonly string $text,
        public readonly string $kind,
        public readonly array $values,
    ) {
    }

    public static function marked(string $page, int $line, string $language, string $text, string $mark): self
    {
        foreach (self::MARKS as $kind => $form) {
            if (preg_match($form, $mark, $values, PREG_UNMATCHED_AS_NULL)) {
                return new self($page, $line, $language, $text, $kind, array_slice($values, 1));
            }
        }
        return new self($page, $line, $language, $text, 'unmarked', [$mark]);
    }

    public function place(): string
    {
        return "{$this->page}:{$this->line}";
    }
}
