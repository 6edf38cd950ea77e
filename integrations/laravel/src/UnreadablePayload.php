<?php

declare(strict_types=1);

namespace GearmanRs\Laravel;

/** A job that nobody can do, as it was not queued by Laravel. */
final class UnreadablePayload extends \UnexpectedValueException
{
}
