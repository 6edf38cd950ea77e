<?php

declare(strict_types=1);

/** The PHP scripts inside a text, cut out byte for byte. */
final class Snippets
{
    private const BEGIN = "<?\n";

    /**
     * A script has no mark at its end, and prose follows on it. So the caller says what follows on each.
     *
     * @param array<string, string> $followers the name of each script, and how the text goes on after it
     * @return array<string, string>
     */
    public static function cut(string $text, array $followers): array
    {
        $snippets = [];
        $offset = 0;
        foreach ($followers as $name => $follower) {
            $begin = strpos($text, self::BEGIN, $offset);
            $end = $begin === false ? false : strpos($text, "\n{$follower}", $begin);
            if ($end === false) {
                throw new RuntimeException("the text has no script '{$name}' before '{$follower}'");
            }
            $offset = $end + 1;
            $snippets[$name] = substr($text, $begin, $offset - $begin);
        }
        if (strpos($text, self::BEGIN, $offset) !== false) {
            throw new RuntimeException('the text has more scripts than these: ' . implode(', ', array_keys($followers)));
        }
        return $snippets;
    }
}
