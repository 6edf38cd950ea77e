<?php

declare(strict_types=1);

namespace MailQueue;

enum Priority
{
    case Urgent;
    case Normal;
    case Bulk;
}
