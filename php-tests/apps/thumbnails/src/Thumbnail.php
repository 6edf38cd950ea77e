<?php

declare(strict_types=1);

namespace Thumbnails;

/** Shrinks a picture: each point is the mean of a square of the original. */
final class Thumbnail
{
    /** @param callable(int $done, int $of): void $progress is told after each row of the thumbnail */
    public static function make(string $source, string $target, int $factor, callable $progress): void
    {
        $picture = new Picture($source);
        $width = intdiv($picture->width, $factor);
        $height = intdiv($picture->height, $factor);
        $rows = [];
        while (count($rows) < $height) {
            $rows[] = self::row($picture, $width, $factor);
            $progress(count($rows), $height);
        }
        Picture::write($target, $width, $height, $rows);
    }

    /** @return list<int> */
    private static function row(Picture $picture, int $width, int $factor): array
    {
        $sums = array_fill(0, 3 * $width, 0);
        for ($y = 0; $y < $factor; $y++) {
            $row = $picture->row();
            foreach (array_keys($sums) as $at) {
                [$point, $colour] = [intdiv($at, 3), $at % 3];
                for ($x = 0; $x < $factor; $x++) {
                    $sums[$at] += $row[3 * ($point * $factor + $x) + $colour];
                }
            }
        }
        return array_map(static fn (int $sum): int => intdiv($sum, $factor * $factor), $sums);
    }
}
