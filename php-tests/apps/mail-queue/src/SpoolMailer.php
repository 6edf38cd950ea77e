<?php

declare(strict_types=1);

namespace MailQueue;

/** Leaves mails in a spool that several processes write, for a mail server to take them from there. */
final class SpoolMailer implements Mailer
{
    public function __construct(private readonly string $folder)
    {
    }

    public function send(Mail $mail): void
    {
        $lock = fopen("{$this->folder}/lock", 'c');
        flock($lock, LOCK_EX);
        file_put_contents("{$this->folder}/spool", "{$mail->toJson()}\n", FILE_APPEND);
        flock($lock, LOCK_UN);
    }
}
