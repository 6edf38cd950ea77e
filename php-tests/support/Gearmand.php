<?php

declare(strict_types=1);

/** A gearmand on a free port of the loopback. It dies with the process that started it. */
final class Gearmand
{
    private const ATTEMPTS = 10;

    private const FIRST_PORT = 10_000;

    /** @var list<self> */
    private static array $started = [];

    public readonly Admin $admin;

    /** @var resource|null */
    private $process = null;

    /** @param list<string> $options */
    private function __construct(
        public readonly string $host,
        public readonly int $port,
        private readonly ?string $directory = null,
        private readonly array $options = [],
    ) {
        $this->admin = new Admin($this->address());
    }

    /** The server that `php-tests/run` started for the whole run. Tests share it, so they use names of their own. */
    public static function shared(): self
    {
        $port = getenv('GEARMAN_TEST_PORT');
        if ($port === false) {
            throw new RuntimeException('GEARMAN_TEST_PORT is not set: run this test with php-tests/run');
        }
        return new self(getenv('GEARMAN_TEST_HOST'), (int) $port);
    }

    /** Starts a server that nobody else uses. */
    public static function start(string ...$options): self
    {
        return self::startOn('127.0.0.1', ...$options);
    }

    public static function startOn(string $host, string ...$options): self
    {
        for ($attempt = 1; $attempt <= self::ATTEMPTS; $attempt++) {
            // Another process can take the port before gearmand binds it. Then gearmand ends, and we try the next one.
            $server = new self($host, self::freePort(), self::temporaryDirectory(), array_values($options));
            self::$started[] = $server;
            if ($server->launch()) {
                return $server;
            }
        }
        throw new RuntimeException("gearmand does not start:\n" . $server->log());
    }

    /** Starts a server on a port that the caller names, where the choice is not free. */
    public static function startAt(string $host, int $port): self
    {
        $server = new self($host, $port, self::temporaryDirectory());
        self::$started[] = $server;
        if (!$server->launch()) {
            throw new RuntimeException("gearmand does not start on port {$port}:\n" . $server->log());
        }
        return $server;
    }

    /**
     * A port on which nothing listens.
     *
     * It is none of those that the kernel hands out by itself: one of them would soon be somebody else's, while the
     * server that had it is down.
     */
    public static function freePort(): int
    {
        $handedOut = (int) strtok(file_get_contents('/proc/sys/net/ipv4/ip_local_port_range'), "\t");
        do {
            $port = random_int(self::FIRST_PORT, max(self::FIRST_PORT + 1000, $handedOut - 1));
        } while (@stream_socket_server("tcp://127.0.0.1:{$port}") === false);
        return $port;
    }

    public function address(): string
    {
        return (str_contains($this->host, ':') ? "[{$this->host}]" : $this->host) . ":{$this->port}";
    }

    /** Kills the server as a crash would. Its queue is lost. */
    public function kill(): void
    {
        if ($this->process !== null) {
            proc_terminate($this->process, 9);
            proc_close($this->process);
            $this->process = null;
        }
    }

    /** Says how a server ended that should still run, with the last lines that it wrote. */
    public function unexpectedEnd(): ?string
    {
        $status = proc_get_status($this->process);
        if ($status['running']) {
            return null;
        }
        $how = $status['signaled'] ? "signal {$status['termsig']}" : "exit {$status['exitcode']}";
        return "gearmand at {$this->address()} ended ({$how}):\n" . substr($this->log(), -4000);
    }

    /** Stops the server where it stands: it takes connections, and answers nothing. It goes on at the end. */
    public function hang(): void
    {
        $pid = proc_get_status($this->process)['pid'];
        posix_kill($pid, SIGSTOP);
        at_the_end(fn () => posix_kill($pid, SIGCONT));
        // Its threads stop one by one, and one that still runs may answer.
        eventually("gearmand {$pid} stands still", function () use ($pid) {
            $threads = array_map(fn (string $file) => (string) file_get_contents($file), glob("/proc/{$pid}/task/*/status"));
            return $threads !== [] && preg_grep('/^State:\s*T/m', $threads, PREG_GREP_INVERT) === [];
        });
    }

    /** Lets a server go on that hangs. */
    public function goOn(): void
    {
        posix_kill(proc_get_status($this->process)['pid'], SIGCONT);
    }

    /** Starts the server again on the same port. */
    public function restart(): void
    {
        $this->kill();
        if (!$this->launch()) {
            throw new RuntimeException("gearmand does not come back on port {$this->port}:\n" . $this->log());
        }
    }

    public static function killAll(): void
    {
        foreach (self::$started as $server) {
            $server->kill();
            array_map('unlink', glob("{$server->directory}/*"));
            rmdir($server->directory);
        }
        self::$started = [];
    }

    public static function binary(): string
    {
        $given = getenv('GEARMAND');
        $candidates = $given !== false
            ? [$given]
            : array_map(fn ($folder) => "{$folder}/gearmand", explode(':', getenv('PATH') . ':/usr/sbin:/usr/local/sbin'));
        foreach ($candidates as $candidate) {
            if (is_executable($candidate)) {
                return $candidate;
            }
        }
        throw new RuntimeException('gearmand is missing: install the package gearman-job-server');
    }

    private function log(): string
    {
        return @file_get_contents("{$this->directory}/log") . @file_get_contents("{$this->directory}/output");
    }

    private function launch(): bool
    {
        $command = [
            'setpriv', '--pdeathsig', 'KILL', self::binary(),
            '--port', (string) $this->port, '--listen', $this->host,
            '--log-file', "{$this->directory}/log", '--pid-file', "{$this->directory}/pid",
            ...$this->options,
        ];
        $output = ['file', "{$this->directory}/output", 'a'];
        $this->process = proc_open($command, [['file', '/dev/null', 'r'], $output, $output], $pipes);
        $pid = proc_get_status($this->process)['pid'];
        $state = eventually("gearmand answers at {$this->address()}", function () use ($pid) {
            if (!proc_get_status($this->process)['running']) {
                return 'ended';
            }
            return $this->answersAs($pid) ? 'ready' : null;
        });
        if ($state === 'ended') {
            proc_close($this->process);
            $this->process = null;
        }
        return $state === 'ready';
    }

    /** `version` proves that a gearmand is ready, `getpid` that it is this one and not a stranger on the port. */
    private function answersAs(int $pid): bool
    {
        try {
            return str_starts_with($this->admin->ask('version')[0], 'OK ') && $this->admin->ask('getpid') === ["OK {$pid}"];
        } catch (RuntimeException) {
            return false;
        }
    }

    private static function temporaryDirectory(): string
    {
        $directory = sys_get_temp_dir() . '/gearmand-' . bin2hex(random_bytes(8));
        mkdir($directory, 0700);
        return $directory;
    }
}

at_the_end(Gearmand::killAll(...));
