<?php

declare(strict_types=1);

namespace GearmanRs\Queue;

/** No job server did what it was asked for. */
final class ServerFailed extends \RuntimeException implements Failure
{
}
