<?php

declare(strict_types=1);

namespace MailQueue;

final class Mail
{
    /** @param int $attempt how many times somebody has tried to send it, this one included */
    public function __construct(
        public readonly string $to,
        public readonly string $subject,
        public readonly string $body,
        public readonly int $attempt = 1,
    ) {
    }

    public static function fromJson(string $json): self
    {
        return new self(...json_decode($json, true, flags: JSON_THROW_ON_ERROR));
    }

    public function toJson(): string
    {
        return json_encode($this, JSON_THROW_ON_ERROR);
    }

    public function again(): self
    {
        return new self($this->to, $this->subject, $this->body, $this->attempt + 1);
    }
}
