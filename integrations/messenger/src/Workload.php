<?php

declare(strict_types=1);

namespace GearmanRs\Messenger;

use Symfony\Component\Messenger\Exception\MessageDecodingFailedException;
use Symfony\Component\Messenger\Exception\TransportException;

/**
 * A message as the workload of a job: the headers in one line of JSON, then the body, any bytes. Programs in other
 * languages can write and read it.
 */
final class Workload
{
    /** @param array{body: string, headers?: array<string, string>} $encoded */
    public static function pack(array $encoded): string
    {
        try {
            $headers = json_encode((object) ($encoded['headers'] ?? []), JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
        } catch (\JsonException $exception) {
            throw new TransportException("The headers of the message cannot be sent: {$exception->getMessage()}", 0, $exception);
        }

        return "{$headers}\n{$encoded['body']}";
    }

    /** @return array{body: string, headers: array<string, string>} */
    public static function unpack(string $workload): array
    {
        [$line, $body] = explode("\n", $workload, 2) + [1 => null];
        $headers = json_decode($line, true);
        if ($body === null || !is_array($headers)) {
            throw new MessageDecodingFailedException(sprintf('A job is no message: it begins with %s and not with its headers in a line of JSON.', json_encode(substr($workload, 0, 40), JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES)));
        }

        return ['body' => $body, 'headers' => $headers];
    }
}
