<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

/** The extension in use is php-gearman, which cannot do this. */
final class NeedsGearmanRs extends \LogicException implements Failure
{
    public static function for(string $what): self
    {
        return new self("{$what} needs the extension gearman_rs; the one that is loaded is php-gearman, which has no such thing.");
    }
}
