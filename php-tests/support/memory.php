<?php

declare(strict_types=1);

/** What the process occupies in memory, PHP's own heap and everything else. */
function resident_bytes(): int
{
    [, $pages] = explode(' ', file_get_contents('/proc/self/statm'));
    return (int) $pages * 4096;
}
