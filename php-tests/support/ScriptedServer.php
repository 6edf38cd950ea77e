<?php

declare(strict_types=1);

/** A server that does what a test tells it to, in a child process: the hostile peers are made of this. */
final class ScriptedServer
{
    private function __construct(public readonly int $port, private readonly Child $child)
    {
    }

    /**
     * Runs a script for each connection, one after another.
     *
     * @param callable(resource, Child, int): void $script gets the connection, the line to the test, and the number of
     *                                                     the connection, from 1
     */
    public static function start(callable $script): self
    {
        $listener = stream_socket_server('tcp://127.0.0.1:0');
        $port = (int) substr(strrchr(stream_socket_get_name($listener, false), ':'), 1);
        $child = Child::run(function (Child $parent) use ($listener, $script) {
            for ($number = 1; ($connection = stream_socket_accept($listener, DEADLINE_SECONDS)) !== false; $number++) {
                stream_set_timeout($connection, (int) DEADLINE_SECONDS);
                $script($connection, $parent, $number);
                fclose($connection);
            }
        });
        fclose($listener);
        return new self($port, $child);
    }

    /**
     * Answers each request as told. The answer is bytes to send, or null to send nothing. Options are granted unasked.
     *
     * @param callable(Packet, resource): ?string $answer also gets the connection, to send more than one
     */
    public static function answering(callable $answer): self
    {
        return self::start(function ($connection) use ($answer) {
            while (($packet = Packet::read($connection)) !== null) {
                $bytes = $packet->type === GEARMAN_COMMAND_OPTION_REQ
                    ? Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$packet->arguments)
                    : $answer($packet, $connection);
                if ($bytes !== null) {
                    @fwrite($connection, $bytes);
                }
            }
        });
    }

    /** The next thing that the script sent to the test. */
    public function receive(): mixed
    {
        return $this->child->receive();
    }

    public function send(mixed $message): void
    {
        $this->child->send($message);
    }

    public function kill(): void
    {
        $this->child->kill();
        $this->child->wait();
    }
}
