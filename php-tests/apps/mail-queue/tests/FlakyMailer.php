<?php

declare(strict_types=1);

namespace MailQueue\Tests;

use MailQueue\Mail;
use MailQueue\Mailer;
use RuntimeException;

/** Cannot send the first mails. */
final class FlakyMailer implements Mailer
{
    /** @var list<int> */
    public array $attempts = [];

    public function __construct(private int $failures, private readonly Mailer $mailer)
    {
    }

    public function send(Mail $mail): void
    {
        $this->attempts[] = $mail->attempt;
        if ($this->failures-- > 0) {
            throw new RuntimeException('no route to host');
        }
        $this->mailer->send($mail);
    }
}
