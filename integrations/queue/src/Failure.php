<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

/** Whatever this package throws. */
interface Failure extends \Throwable
{
}
