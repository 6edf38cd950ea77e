<?php

declare(strict_types=1);

/** A php-fpm with a few children, a unix socket and a configuration of its own. */
final class Fpm
{
    /** @var resource */
    private $master;

    /** @param array<string, int|string> $settings for php.ini */
    public function __construct(private readonly string $folder, string $module, array $settings = [], private readonly int $children = 2)
    {
        $as_root = trim(shell_exec('id -u')) === '0';
        $identity = $as_root ? "user = root\ngroup = root" : '';
        file_put_contents("{$folder}/fpm.conf", <<<CONF
            [global]
            error_log = {$folder}/fpm.log
            pid = {$folder}/fpm.pid
            daemonize = no
            process_control_timeout = 20s
            [web]
            {$identity}
            listen = {$folder}/fpm.sock
            pm = static
            pm.max_children = {$children}
            CONF);
        $command = [
            self::binary(), '-n', '-F', '-y', "{$folder}/fpm.conf",
            '-d', "extension={$module}", '-d', 'display_errors=1', '-d', 'html_errors=0',
            ...($as_root ? ['-R'] : []),
        ];
        foreach ($settings as $setting => $value) {
            array_push($command, '-d', "{$setting}={$value}");
        }
        $output = ['file', "{$folder}/fpm.output", 'a'];
        $this->master = proc_open($command, [['file', '/dev/null', 'r'], $output, $output], $pipes);
        $this->wait_until_ready();
    }

    public static function binary(): string
    {
        $given = getenv('PHP_FPM');
        $names = $given !== false ? [$given] : ['php-fpm' . PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION, 'php-fpm'];
        foreach ($names as $name) {
            $path = trim((string) shell_exec('PATH=$PATH:/usr/sbin:/usr/local/sbin; command -v ' . escapeshellarg($name)));
            if ($path !== '') {
                return $path;
            }
        }
        throw new RuntimeException('php-fpm is missing: install the package php-fpm');
    }

    /**
     * Sends a request and does not wait for the answer.
     *
     * @param array<string, string> $query
     * @return array{process: resource, answer: resource} for `answer`
     */
    public function send(array $query): array
    {
        $process = proc_open(
            ['cgi-fcgi', '-bind', '-connect', "{$this->folder}/fpm.sock"],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', "{$this->folder}/cgi-fcgi.output", 'a']],
            $pipes,
            null,
            [
                'PATH' => (string) getenv('PATH'),
                'REQUEST_METHOD' => 'GET',
                'SCRIPT_FILENAME' => __DIR__ . '/web/index.php',
                'QUERY_STRING' => http_build_query($query),
            ],
        );
        return ['process' => $process, 'answer' => $pipes[1]];
    }

    /** @param array{process: resource, answer: resource} $request */
    public function answer(array $request): string
    {
        $answer = stream_get_contents($request['answer']);
        proc_close($request['process']);
        return explode("\r\n\r\n", $answer, 2)[1] ?? "no answer: {$answer}";
    }

    /** @param array<string, string> $query */
    public function ask(array $query): string
    {
        return $this->answer($this->send($query));
    }

    /** @return list<int> */
    public function children(): array
    {
        $master = proc_get_status($this->master)['pid'];
        $children = array_map('intval', explode(' ', trim((string) @file_get_contents("/proc/{$master}/task/{$master}/children"))));
        sort($children);
        return $children;
    }

    /** How many sockets the children hold; each holds the one it listens on. */
    public function sockets(): int
    {
        $sockets = 0;
        foreach ($this->children() as $child) {
            foreach (glob("/proc/{$child}/fd/*") as $descriptor) {
                $sockets += (int) str_starts_with((string) @readlink($descriptor), 'socket:');
            }
        }
        return $sockets;
    }

    /**
     * How many, once they are as wanted. A page has its answer a moment before its process has closed everything.
     *
     * @param callable(int): bool $are_as_wanted
     */
    public function settled_sockets(callable $are_as_wanted): int
    {
        try {
            eventually('the sockets are closed', fn () => $are_as_wanted($this->sockets()));
        } catch (RuntimeException) {
            // The caller says how many are left.
        }
        return $this->sockets();
    }

    /** Asks for a graceful reload: the master starts again, the children finish what they do. */
    public function reload(): void
    {
        proc_terminate($this->master, 12);
    }

    public function wait_until_ready(): void
    {
        eventually('php-fpm has its children', function () {
            if (!proc_get_status($this->master)['running']) {
                throw new RuntimeException("php-fpm does not start:\n" . $this->log());
            }
            return count(array_filter($this->children())) === $this->children;
        });
    }

    public function stop(): void
    {
        proc_terminate($this->master);
        proc_close($this->master);
    }

    public function log(): string
    {
        return @file_get_contents("{$this->folder}/fpm.log") . @file_get_contents("{$this->folder}/fpm.output");
    }
}
