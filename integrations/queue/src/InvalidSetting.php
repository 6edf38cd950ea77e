<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

/** A setting or a name that cannot be used; the text quotes it. */
final class InvalidSetting extends \InvalidArgumentException implements Failure
{
}
