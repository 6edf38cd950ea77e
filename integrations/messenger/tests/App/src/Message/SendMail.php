<?php

declare(strict_types=1);

namespace App\Message;

final class SendMail
{
    /** @param string $wish what the handler is to do: "", "fail", "fail once", "give up once" or "hold" */
    public function __construct(public readonly string $to, public readonly string $wish = '')
    {
    }
}
