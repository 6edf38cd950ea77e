<?php

declare(strict_types=1);

/** A server that answers well, but for one request: before that answer, or for it, it sends something else. */
final class HostileServer
{
    public readonly int $port;

    /** @var resource */
    private $control;

    public function __construct()
    {
        $listener = stream_socket_server('tcp://127.0.0.1:0');
        $this->port = (int) substr(strrchr(stream_socket_get_name($listener, false), ':'), 1);
        [$this->control, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $ours = $this->control;
        soak_child(static function () use ($listener, $theirs, $ours) {
            fclose($ours);
            (new HostileAnswers($listener, $theirs))->give();
        });
        fclose($theirs);
    }

    /** Closes every connection, and does what the case says at the next request of its type. */
    public function play(?HostileCase $case): void
    {
        fwrite($this->control, base64_encode(serialize($case)) . "\n");
        if (fgets($this->control) !== "so be it\n") {
            throw new RuntimeException('the hostile server has ended');
        }
    }
}

final class HostileCase
{
    public function __construct(
        public readonly int $trigger,
        public readonly string $bytes,
        public readonly bool $isInstead,
        public readonly bool $closes,
        public readonly bool $hasNoJob = false,
    ) {
    }
}

final class HostileAnswers
{
    private ?HostileCase $case = null;

    /** @var array<int, resource> */
    private array $connections = [];

    private int $handles = 0;

    /**
     * @param resource $listener
     * @param resource $control
     */
    public function __construct(private $listener, private $control)
    {
    }

    public function give(): never
    {
        while (true) {
            $read = [$this->listener, $this->control, ...$this->connections];
            $write = $except = null;
            stream_select($read, $write, $except, null);
            foreach ($read as $stream) {
                match ($stream) {
                    $this->listener => $this->accept(),
                    $this->control => $this->turn(),
                    default => $this->answer($stream),
                };
            }
        }
    }

    private function accept(): void
    {
        $connection = stream_socket_accept($this->listener);
        stream_set_read_buffer($connection, 0);
        $this->connections[(int) $connection] = $connection;
    }

    private function turn(): void
    {
        $line = fgets($this->control);
        if ($line === false) {
            exit(0);
        }
        $this->case = unserialize(base64_decode($line));
        array_map($this->close(...), $this->connections);
        fwrite($this->control, "so be it\n");
    }

    /** @param resource $connection */
    private function close($connection): void
    {
        unset($this->connections[(int) $connection]);
        fclose($connection);
    }

    /** @param resource $connection */
    private function answer($connection): void
    {
        if (!isset($this->connections[(int) $connection])) {
            return;
        }
        // The text protocol, in which run() asks for the version.
        if (!str_starts_with((string) stream_socket_recvfrom($connection, 1, STREAM_PEEK), "\0")) {
            do {
                $byte = fread($connection, 1);
            } while ($byte !== "\n" && $byte !== '' && $byte !== false);
            $byte === "\n" ? @fwrite($connection, "OK 1.1.20\n") : $this->close($connection);
            return;
        }
        $request = Packet::read($connection);
        if ($request === null) {
            $this->close($connection);
            return;
        }
        $case = $this->case;
        if ($case === null || $case->trigger !== $request->type) {
            @fwrite($connection, $this->well($request));
            return;
        }
        $this->case = null;
        @fwrite($connection, $case->bytes . ($case->isInstead ? '' : $this->well($request)));
        if ($case->closes) {
            $this->close($connection);
        }
    }

    private function well(Packet $request): string
    {
        $handle = 'H:good:' . ++$this->handles;
        return match ($request->type) {
            GEARMAN_COMMAND_SUBMIT_JOB, GEARMAN_COMMAND_SUBMIT_JOB_HIGH => Packet::response(GEARMAN_COMMAND_JOB_CREATED, $handle)
                . Packet::response(GEARMAN_COMMAND_WORK_COMPLETE, $handle, 'done'),
            GEARMAN_COMMAND_SUBMIT_JOB_BG => Packet::response(GEARMAN_COMMAND_JOB_CREATED, $handle),
            GEARMAN_COMMAND_ECHO_REQ => Packet::response(GEARMAN_COMMAND_ECHO_RES, ...$request->arguments),
            GEARMAN_COMMAND_OPTION_REQ => Packet::response(GEARMAN_COMMAND_OPTION_RES, ...$request->arguments),
            GEARMAN_COMMAND_GET_STATUS => Packet::response(GEARMAN_COMMAND_STATUS_RES, $request->arguments[0], '1', '1', '1', '2'),
            41 => Packet::response(42, $request->arguments[0], '1', '1', '1', '2', '1'),
            GEARMAN_COMMAND_GRAB_JOB, GEARMAN_COMMAND_GRAB_JOB_UNIQ, 39 => $this->case?->hasNoJob
                ? Packet::response(GEARMAN_COMMAND_NO_JOB)
                : Packet::response(GEARMAN_COMMAND_JOB_ASSIGN_UNIQ, $handle, 'function', 'key', 'good'),
            GEARMAN_COMMAND_PRE_SLEEP => Packet::response(GEARMAN_COMMAND_NOOP),
            default => '',
        };
    }
}
