<?php

declare(strict_types=1);

namespace MailQueue;

interface Mailer
{
    /** @throws \RuntimeException when the mail could not be sent */
    public function send(Mail $mail): void;
}
