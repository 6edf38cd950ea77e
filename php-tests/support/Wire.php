<?php

declare(strict_types=1);

/** A connection to a gearmand that shows every packet as it is. */
final class Wire
{
    /** After one of these gearmand knows the job no more. */
    private const LAST = [GEARMAN_COMMAND_WORK_COMPLETE, GEARMAN_COMMAND_WORK_FAIL, GEARMAN_COMMAND_WORK_EXCEPTION];

    /** @var resource */
    private $stream;

    public function __construct(Gearmand $server)
    {
        $this->stream = stream_socket_client("tcp://{$server->address()}");
        stream_set_timeout($this->stream, (int) DEADLINE_SECONDS);
    }

    public function send(int $type, string ...$arguments): void
    {
        fwrite($this->stream, Packet::request($type, ...$arguments));
    }

    public function receive(): Packet
    {
        return Packet::read($this->stream) ?? throw new RuntimeException('gearmand said nothing');
    }

    /** Submits a foreground job that reports everything, exceptions too, and returns its handle. */
    public function submit(string $function, string $workload, string $unique = ''): string
    {
        $this->send(GEARMAN_COMMAND_OPTION_REQ, 'exceptions');
        $this->receive();
        $this->send(GEARMAN_COMMAND_SUBMIT_JOB, $function, $unique, $workload);
        return $this->receive()->arguments[0];
    }

    /**
     * What happened to the submitted job, up to its end: the number of each packet and its data.
     *
     * @return list<string>
     */
    public function history(): array
    {
        $history = [];
        do {
            $packet = $this->receive();
            $history[] = trim("{$packet->type} " . implode(' ', array_slice($packet->arguments, 1)));
        } while (!in_array($packet->type, self::LAST, true));
        return $history;
    }
}
