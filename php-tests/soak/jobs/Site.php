<?php

declare(strict_types=1);

/** One durable gearmand and the network before it. */
final class Site
{
    public readonly Gearmand $server;

    public readonly Proxy $proxy;

    public int $kills = 0;

    public function __construct(string $queue)
    {
        $this->server = Gearmand::start('-q', 'libsqlite3', '--libsqlite3-db', $queue);
        $this->proxy = new Proxy($this->server->port);
    }

    public function kill(): void
    {
        $this->server->kill();
        $this->kills++;
    }

    /** Submits a job over a plain socket and returns how many seconds the acknowledgement took. */
    public function measure(string $function, string $name): float
    {
        $began = microtime(true);
        $stream = stream_socket_client("tcp://127.0.0.1:{$this->proxy->port}", $errno, $error, DEADLINE_SECONDS);
        stream_set_timeout($stream, (int) DEADLINE_SECONDS);
        fwrite($stream, Packet::request(GEARMAN_COMMAND_SUBMIT_JOB_BG, $function, $name, $name));
        if (Packet::read($stream)?->type !== GEARMAN_COMMAND_JOB_CREATED) {
            throw new RuntimeException('the server that is well has not taken a job');
        }
        return microtime(true) - $began;
    }
}
