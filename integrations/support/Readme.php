<?php

declare(strict_types=1);

namespace GearmanRs\Integrations;

/** The listings of a README, for tests that run them as they stand. */
final class Readme
{
    /** @return list<string> those of one language, in order */
    public static function listings(string $file, string $language): array
    {
        preg_match_all("/^```{$language}\n(.*?)^```$/ms", file_get_contents($file), $found);
        return $found[1];
    }

    /** The one listing that begins with this comment. */
    public static function listing(string $file, string $language, string $comment): string
    {
        $found = array_filter(self::listings($file, $language), static fn (string $listing): bool => str_starts_with($listing, $comment));
        if (count($found) !== 1) {
            throw new \RuntimeException(count($found) . " listings of {$file} begin with {$comment}");
        }
        return reset($found);
    }
}
