<?php

declare(strict_types=1);

/** Raw packets of the Gearman protocol, for tests that look at the wire or lie on it. */
final class Packet
{
    /** @param list<string> $arguments */
    public function __construct(public readonly int $type, public readonly array $arguments)
    {
    }

    /** What a server sends. */
    public static function response(int $type, string ...$arguments): string
    {
        return self::encode("\0RES", $type, $arguments);
    }

    /** What a client or a worker sends. */
    public static function request(int $type, string ...$arguments): string
    {
        return self::encode("\0REQ", $type, $arguments);
    }

    /**
     * Reads one packet, or null when the peer has closed.
     *
     * @param resource $stream
     */
    public static function read($stream): ?self
    {
        $header = self::readExactly($stream, 12);
        if ($header === null) {
            return null;
        }
        ['type' => $type, 'length' => $length] = unpack('Ntype/Nlength', $header, 4);
        $body = $length === 0 ? '' : self::readExactly($stream, $length);
        return $body === null ? null : new self($type, explode("\0", $body));
    }

    /** @param list<string> $arguments */
    private static function encode(string $magic, int $type, array $arguments): string
    {
        $body = implode("\0", $arguments);
        return $magic . pack('NN', $type, strlen($body)) . $body;
    }

    /** @param resource $stream */
    private static function readExactly($stream, int $length): ?string
    {
        $bytes = '';
        while (strlen($bytes) < $length) {
            $more = fread($stream, $length - strlen($bytes));
            if ($more === false || $more === '') {
                return null;
            }
            $bytes .= $more;
        }
        return $bytes;
    }
}
