<?php

declare(strict_types=1);

/** Requests for php-fpm as a web server sends them, each on a connection of its own. */
final class FastCgi
{
    private const BEGIN_REQUEST = 1;

    private const PARAMS = 4;

    private const STDIN = 5;

    private const STDOUT = 6;

    public function __construct(private readonly string $socket, private readonly string $script)
    {
    }

    /**
     * The body of a page, or null when php-fpm has given none.
     *
     * @param array<string, string> $query
     */
    public function ask(array $query): ?string
    {
        $stream = @stream_socket_client("unix://{$this->socket}", $errno, $error, DEADLINE_SECONDS);
        if ($stream === false) {
            return null;
        }
        stream_set_timeout($stream, (int) DEADLINE_SECONDS);
        $parameters = '';
        foreach (['REQUEST_METHOD' => 'GET', 'SCRIPT_FILENAME' => $this->script, 'QUERY_STRING' => http_build_query($query)] as $name => $value) {
            $parameters .= pack('NN', strlen($name) | 0x8000_0000, strlen($value) | 0x8000_0000) . $name . $value;
        }
        fwrite($stream, self::record(self::BEGIN_REQUEST, pack('nCx5', 1, 0))
            . self::record(self::PARAMS, $parameters) . self::record(self::PARAMS, '') . self::record(self::STDIN, ''));
        $page = self::output((string) stream_get_contents($stream));
        return explode("\r\n\r\n", $page, 2)[1] ?? null;
    }

    private static function record(int $type, string $content): string
    {
        return pack('CCnnCx', 1, $type, 1, strlen($content), 0) . $content;
    }

    private static function output(string $records): string
    {
        $output = '';
        for ($at = 0; $at + 8 <= strlen($records); $at += 8 + $header['length'] + $header['padding']) {
            $header = unpack('Cversion/Ctype/nid/nlength/Cpadding', $records, $at);
            if ($header['type'] === self::STDOUT) {
                $output .= substr($records, $at + 8, $header['length']);
            }
        }
        return $output;
    }
}
