<?php

declare(strict_types=1);

namespace GearmanRs\Messenger;

use GearmanRs\Queue\Assignment;
use Symfony\Component\Messenger\Stamp\NonSendableStampInterface;

/** Holds the job that a message came by, until it is acknowledged or rejected. */
final class GearmanReceivedStamp implements NonSendableStampInterface
{
    public function __construct(public readonly Assignment $assignment)
    {
    }
}
