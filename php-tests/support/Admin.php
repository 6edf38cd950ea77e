<?php

declare(strict_types=1);

/** The text protocol that gearmand speaks on the same port. */
final class Admin
{
    private const ANSWERED_BY_A_LIST = ['status', 'workers'];

    public function __construct(private readonly string $address)
    {
    }

    /**
     * Sends one command and returns the lines of the answer, without the dot that ends a list.
     *
     * @return list<string>
     */
    public function ask(string $command): array
    {
        $stream = @stream_socket_client("tcp://{$this->address}", $errno, $error, DEADLINE_SECONDS);
        if ($stream === false) {
            throw new RuntimeException("gearmand at {$this->address}: {$error}");
        }
        stream_set_timeout($stream, (int) DEADLINE_SECONDS);
        fwrite($stream, "{$command}\n");
        $lines = [];
        while (($line = fgets($stream)) !== false) {
            $line = rtrim($line, "\r\n");
            if ($line === '.') {
                return $lines;
            }
            $lines[] = $line;
            if (!in_array($command, self::ANSWERED_BY_A_LIST, true)) {
                return $lines;
            }
        }
        throw new RuntimeException("gearmand at {$this->address} gave no answer to '{$command}'");
    }

    /**
     * What `status` says of one function. A function that the server does not know counts nothing.
     *
     * @return array{jobs: int, running: int, workers: int}
     */
    public function queue(string $function): array
    {
        foreach ($this->ask('status') as $line) {
            [$name, $jobs, $running, $workers] = explode("\t", $line);
            if ($name === $function) {
                return ['jobs' => (int) $jobs, 'running' => (int) $running, 'workers' => (int) $workers];
            }
        }
        return ['jobs' => 0, 'running' => 0, 'workers' => 0];
    }

    /**
     * The connections that offer a function: what each calls itself, and everything it offers.
     *
     * @return list<array{id: string, functions: list<string>}>
     */
    public function workersOf(string $function): array
    {
        $workers = [];
        foreach ($this->ask('workers') as $line) {
            // Each line reads "FD IP ID : FUNCTION FUNCTION".
            [$who, $offered] = explode(' :', $line, 2);
            $functions = preg_split('/ /', $offered, -1, PREG_SPLIT_NO_EMPTY);
            if (in_array($function, $functions, true)) {
                $workers[] = ['id' => explode(' ', $who, 3)[2], 'functions' => $functions];
            }
        }
        return $workers;
    }
}
