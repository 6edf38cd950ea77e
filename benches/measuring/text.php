<?php

declare(strict_types=1);

/** A number with three digits that count: 21,700 or 4.62. */
function in_short(float $number): string
{
    if ($number == 0) {
        return '0';
    }
    $digits = max(0, 2 - (int) floor(log10(abs($number))));
    return number_format($number >= 1000 ? round($number, 2 - (int) floor(log10($number))) : $number, $digits);
}

function as_ratio(?float $ratio): string
{
    return $ratio === null ? '–' : number_format($ratio, $ratio < 10 ? 2 : 0);
}

/** Fills up to a width, which counts characters. A negative width puts the text to the right. */
function padded(string $text, int $width): string
{
    $spaces = str_repeat(' ', max(0, abs($width) - preg_match_all('/./u', $text)));
    return $width < 0 ? $spaces . $text : $text . $spaces;
}
